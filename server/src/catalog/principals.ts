// Service principals by name: as AWS writes them, with a Region in them, with another partition's suffix, misspelt.
import { type PrincipalRow, principalFlags } from './packed';
import type { ServicePrincipalEntry } from './types';

export class ServicePrincipals {
  readonly entries: readonly ServicePrincipalEntry[];
  readonly #byName: ReadonlyMap<string, ServicePrincipalEntry>;
  readonly #aliases: ReadonlyMap<string, readonly string[]>;
  readonly #isRegion: (label: string) => boolean;

  constructor(
    rows: readonly PrincipalRow[],
    aliases: Readonly<Record<string, readonly string[]>>,
    isRegion: (label: string) => boolean,
  ) {
    this.entries = rows.map(decode);
    this.#byName = new Map(this.entries.map((entry) => [entry.principal, entry]));
    this.#aliases = new Map(Object.entries(aliases));
    this.#isRegion = isRegion;
  }

  find(name: string): ServicePrincipalEntry | undefined {
    const lower = name.toLowerCase();
    return this.#byName.get(lower) ?? this.#byName.get(this.#global(lower));
  }

  /** Nothing for a name that is right as it stands. */
  rightSpellings(name: string): readonly string[] {
    if (this.find(name)) return [];
    const lower = name.toLowerCase();
    const named = this.#aliases.get(lower);
    if (named) return named;
    for (const [wrong, right] of this.#aliases) {
      const middle = between(lower, wrong);
      if (middle === undefined) continue;
      const meant = right
        .map((pattern) => pattern.replace('*', () => middle))
        .filter((item) => this.find(item));
      if (meant.length > 0) return meant;
    }
    return [];
  }

  /** `logs.eu-west-1.amazonaws.com` and `ec2.amazonaws.com.cn` in the form of the list. */
  #global(lower: string): string {
    return lower
      .replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com')
      .split('.')
      .filter((label) => !this.#isRegion(label))
      .join('.');
  }
}

/** What stands for the `*` of the pattern, when the text has that form. */
function between(text: string, pattern: string): string | undefined {
  const star = pattern.indexOf('*');
  if (star < 0 || text.length < pattern.length) return undefined;
  const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
  if (!text.startsWith(before) || !text.endsWith(after)) return undefined;
  return text.slice(before.length, text.length - after.length);
}

function decode([principal, service, flags]: PrincipalRow): ServicePrincipalEntry {
  return {
    principal,
    service,
    trust: (flags & principalFlags.trust) !== 0,
    resourcePolicy: (flags & principalFlags.resourcePolicy) !== 0,
    serviceLinkedRole: (flags & principalFlags.serviceLinkedRole) !== 0,
    // Our sources show that a service sends these keys, never that it does not.
    sendsSourceArn: (flags & principalFlags.sendsSourceArn) !== 0 || undefined,
    sendsSourceAccount: (flags & principalFlags.sendsSourceAccount) !== 0 || undefined,
  };
}
