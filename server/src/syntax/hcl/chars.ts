// The characters that the HCL parser asks for, by code, and which of them make a name. No parsing here.

export const Char = {
  None: -1,
  Tab: 9,
  LineFeed: 10,
  CarriageReturn: 13,
  Space: 32,
  Exclamation: 33,
  Quote: 34,
  Hash: 35,
  Dollar: 36,
  Percent: 37,
  Ampersand: 38,
  OpenParen: 40,
  CloseParen: 41,
  Star: 42,
  Plus: 43,
  Comma: 44,
  Minus: 45,
  Dot: 46,
  Slash: 47,
  Colon: 58,
  Less: 60,
  Equals: 61,
  Greater: 62,
  Question: 63,
  OpenBracket: 91,
  Backslash: 92,
  CloseBracket: 93,
  OpenBrace: 123,
  Bar: 124,
  CloseBrace: 125,
  Tilde: 126,
  ByteOrderMark: 0xfeff,
} as const;

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function startsName(code: number): boolean {
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
  return isSurrogate(code) || /\p{ID_Start}/u.test(String.fromCharCode(code));
}

export function continuesName(code: number): boolean {
  if (code < 128) return startsName(code) || isDigit(code) || code === Char.Minus;
  return isSurrogate(code) || /\p{ID_Continue}/u.test(String.fromCharCode(code));
}

/** Whether a text can stand as a key without quotes. `for` and the three values would be read as what they are. */
export function isName(text: string): boolean {
  return /^[\p{ID_Start}_][\p{ID_Continue}-]*$/u.test(text) && !/^(?:for|true|false|null)$/.test(text);
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
