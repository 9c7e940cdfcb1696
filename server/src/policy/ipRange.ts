// IP addresses and ranges in CIDR form, of both versions: reading them, masking them, and which are private.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress

export interface IpRange {
  readonly version: 4 | 6;
  /** All bits of the address, those behind the prefix included. */
  readonly bits: bigint;
  /** How many bits count; a single address has all of them. */
  readonly prefix: number;
}

/** `203.0.113.0/24`, `203.0.113.7`, `2001:db8::/32`; `undefined` for anything else. */
export function parseIpRange(text: string): IpRange | undefined {
  const [, address = '', length] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const version = address.includes(':') ? 6 : 4;
  const bits = version === 6 ? sixBits(address) : fourBits(address);
  const width = version === 6 ? 128 : 32;
  const prefix = length === undefined ? width : Number(length);
  return bits === undefined || prefix > width ? undefined : { version, bits, prefix };
}

/** The range with the bits behind its prefix at zero, as text; `undefined` where they are already. */
export function maskedRange({ version, bits, prefix }: IpRange): string | undefined {
  const masked = maskedBits(version, bits, prefix);
  if (masked === bits) return undefined;
  return `${version === 4 ? fourText(masked) : sixText(masked)}/${prefix}`;
}

/** The network of that length which a range lies in, as a text that is the same for the same network. */
export function networkOf({ version, bits }: IpRange, prefix: number): string {
  return `${maskedBits(version, bits, prefix)}/${prefix} ${version}`;
}

/**
 * Whether no address of the range is on the Internet.
 * https://docs.aws.amazon.com/vpc/latest/userguide/vpc-ip-addressing.html
 */
export function isPrivateRange(range: IpRange): boolean {
  return privateRanges.some(
    (each) =>
      each.version === range.version &&
      each.prefix <= range.prefix &&
      maskedBits(range.version, range.bits, each.prefix) === each.bits,
  );
}

const privateRanges: readonly IpRange[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
].flatMap((text) => parseIpRange(text) ?? []);

/** The range that was meant by a text with blanks around it, or with `*` for the last numbers: `10.1.*` → `10.1.0.0/16`. */
export function ipRangeMeant(text: string): string | undefined {
  const bare = text.trim();
  if (bare !== text && parseIpRange(bare)) return bare;
  const [, known] = /^((?:\d{1,3}\.){1,3})[*x.]*$/.exec(bare) ?? [];
  if (known === undefined) return bare === '*' ? '0.0.0.0/0' : undefined;
  const numbers = known.split('.').filter(Boolean);
  const range = `${[...numbers, '0', '0', '0'].slice(0, 4).join('.')}/${numbers.length * 8}`;
  return parseIpRange(range) && range;
}

function maskedBits(version: 4 | 6, bits: bigint, prefix: number): bigint {
  const behind = BigInt((version === 4 ? 32 : 128) - prefix);
  return (bits >> behind) << behind;
}

function fourBits(text: string): bigint | undefined {
  const numbers = text.split('.');
  const areBytes =
    numbers.length === 4 && numbers.every((each) => /^\d{1,3}$/.test(each) && Number(each) < 256);
  return areBytes ? numbers.reduce((bits, each) => bits * 256n + BigInt(each), 0n) : undefined;
}

/** Eight groups of four hexadecimal digits; `::` stands for as many zeros as are missing, and an IPv4 address for two. */
function sixBits(text: string): bigint | undefined {
  const four = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  if (four) {
    const bits = fourBits(four[2] ?? '');
    if (bits === undefined) return undefined;
    return sixBits(`${four[1]}${(bits >> 16n).toString(16)}:${(bits & 0xffffn).toString(16)}`);
  }
  const halves = text.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const [head = [], tail = []] = halves;
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.reduce((bits, group) => bits * 65536n + BigInt(Number.parseInt(group, 16)), 0n);
}

function fourText(bits: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((bits >> shift) & 255n)).join('.');
}

/** With `::` for the longest run of zeros. */
function sixText(bits: bigint): string {
  const groups = Array.from({ length: 8 }, (_, i) => ((bits >> BigInt(112 - 16 * i)) & 0xffffn).toString(16));
  const runs = groups.join(':').match(/\b0(?::0)+\b/g) ?? [];
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  const text = groups.join(':');
  return longest === ''
    ? text
    : text
        .replace(longest, ':')
        .replace(/^:(?!:)|(?<!:):$/g, '::')
        .replace(/:{3,}/, '::');
}
