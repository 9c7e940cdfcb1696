// The languages whose sources are looked through: TypeScript with JavaScript, and Python. What a scanner must know of
// each; neither is parsed.

export interface Dialect {
  readonly format: 'TypeScript' | 'Python';
  /** From here on, white space and comments. */
  readonly blank: RegExp;
  /** A string's first characters: prefix and quotes. */
  readonly quote: RegExp;
  /** Whether a call names its arguments (`actions=[…]`). */
  readonly namesArguments: boolean;
}

/** TypeScript, TSX and JavaScript. */
export const script: Dialect = {
  format: 'TypeScript',
  blank: /\s+|\/\/[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/y,
  quote: /(["'`])/y,
  namesArguments: false,
};

export const python: Dialect = {
  format: 'Python',
  blank: /\s+|\\\r?\n|#[^\r\n]*/y,
  quote: /[rRbBuUfFtT]{0,2}("""|'''|"|')/y,
  namesArguments: true,
};
