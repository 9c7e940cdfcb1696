// How much of a text is read, so that none takes long. No template comes near these.

/** Characters. CloudFormation takes templates of up to 1 MB. */
export const MAX_LENGTH = 2_000_000;
/** Levels; a guard for the call stack. */
export const MAX_DEPTH = 200;
/** Values that stand in a tree more than once, through aliases. */
export const MAX_REPEATED = 100_000;
/** Later problems are nearly always consequences of earlier ones. */
export const MAX_PROBLEMS = 20;
/** How often a text is read again with a broken part painted over, and how often a rest is read for itself. */
export const MAX_TRIES = 5;
