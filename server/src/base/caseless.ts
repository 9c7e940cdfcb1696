// Letters as small numbers: to tell texts apart from afar without making new ones.

/** A number from 0 to 31 that the small and the capital letter share; `NaN` behind the end counts as 0. */
export function caseless(code: number): number {
  return code & 0x1f;
}
