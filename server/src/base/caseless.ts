// Letters as small numbers: to tell texts apart from afar without making new ones.

/**
 * The bits of a letter's code that the small and the capital one share: a number from 0 to 31. `NaN`, which stands behind
 * the end of a text, comes to 0. A mask and no function, since every action is looked at so, several times.
 */
export const LETTER = 0x1f;
