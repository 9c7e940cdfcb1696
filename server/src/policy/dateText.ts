// Dates in policies: ISO 8601, as a text or, not quite reliably, as seconds since 1970.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_Date

const ISO =
  /^(\d{4})(?:-?(\d\d)(?:-?(\d\d)(?:T(\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?)?)?$/i;

/** Whether the text is a date that exists, with a time or without: `2030-01-31`, `2030-01-31T12:00:00Z`, `2030`. */
export function isIsoDate(text: string): boolean {
  const match = ISO.exec(text);
  if (!match) return false;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour <= 24 && minute < 60 && second <= 60;
}

/** Whether the text is a number of seconds since 1970. Four digits are a year. */
export function isEpoch(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text) && !/^\d{4}$/.test(text);
}

/** The same time as a date; with thirteen digits it is taken for milliseconds. */
export function epochAsDate(text: string): string | undefined {
  const number = Number(text);
  const milliseconds = Math.abs(number) < 1e11 ? number * 1000 : number;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace('.000Z', 'Z');
}

/** The date that was meant by one with other marks or without its zeros: `2030/1/31 12:00:00Z`. */
export function dateMeant(text: string): string | undefined {
  const [, year, month = '', day = '', rest = ''] =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]+(\S+))?$/i.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const meant = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${rest && `T${rest}`}`;
  return isIsoDate(meant) ? meant : undefined;
}
