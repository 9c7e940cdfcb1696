// How a scalar is written: plain where every reader of YAML takes it for that very text, else between quotes.
// CloudFormation reads YAML 1.1, which takes more words for something else than 1.2 does.
// https://yaml.org/type/ https://yaml.org/spec/1.2.2/#733-plain-style

export type Quote = '"' | "'";

/** Words that YAML 1.1 or 1.2 takes for a boolean, for null, or for a sign. */
const WORDS = /^(?:y|yes|n|no|true|false|on|off|null|~|<<|=|\.nan|[-+]?\.inf)$/i;
/** Numbers, dates and times in any of their forms; an account id among them. */
const NUMBER = /^[-+]?[\d.][\d_.,:xXoOa-fA-F+\-TZtz]*$/;
const START = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:\s|$)|---|\.\.\.|\s)/;
/** Control characters, and line breaks that only some readers know. */
const UNSEEN = /[\p{Cc}\u2028\u2029\ufeff]/u;
const INSIDE = /: |:$| #|\s$/;

/** Whether a text may stand without quotes; `inFlow`: between brackets. */
export function isPlain(value: string, inFlow: boolean): boolean {
  // Private characters mark what an editor fills in. What is to stand there by then is what counts.
  const text = value.replace(/[\uE000-\uF8FF]/g, '');
  if (text === '' || START.test(text) || INSIDE.test(text) || UNSEEN.test(text)) return false;
  if (WORDS.test(text) || NUMBER.test(text)) return false;
  return !inFlow || !(/[,[\]{}]/.test(text) || /^[-?:]/.test(text));
}

/** A text as YAML, plain where it can be. */
export function writeText(value: string, inFlow: boolean, quote: Quote): string {
  return isPlain(value, inFlow) ? value : quoted(value, quote);
}

/** Between quotes of the wanted kind; between double ones where the text needs escapes. */
export function quoted(value: string, quote: Quote): string {
  if (quote === "'" && !UNSEEN.test(value)) return `'${insideQuotes(value, "'")}'`;
  return `"${insideQuotes(value, '"')}"`;
}

/** What stands between the quotes. */
export function insideQuotes(value: string, quote: Quote): string {
  if (quote === "'") return value.replaceAll("'", "''");
  const escaped = JSON.stringify(value).slice(1, -1);
  return escaped.replace(/[\x7f-\x9f\u2028\u2029\ufeff]/g, (char) => {
    return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
