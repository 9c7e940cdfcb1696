// The numbers of jsonc-parser's `SyntaxKind` and `ScanError`: const enums, which isolated modules cannot import.
// A test compares them with what the scanner gives.

export const Token = {
  OpenBrace: 1,
  CloseBrace: 2,
  OpenBracket: 3,
  CloseBracket: 4,
  Comma: 5,
  Colon: 6,
  Null: 7,
  True: 8,
  False: 9,
  String: 10,
  Number: 11,
  LineComment: 12,
  BlockComment: 13,
  LineBreak: 14,
  Trivia: 15,
  Unknown: 16,
  EndOfFile: 17,
} as const;

export const ScanProblem = {
  UnexpectedEndOfComment: 1,
  UnexpectedEndOfString: 2,
  UnexpectedEndOfNumber: 3,
  InvalidUnicode: 4,
  InvalidEscapeCharacter: 5,
  InvalidCharacter: 6,
} as const;

/** What a scan problem means, and what to do. */
export const scanMessages: Readonly<Record<number, string>> = {
  [ScanProblem.UnexpectedEndOfComment]: 'This comment has no end.',
  [ScanProblem.UnexpectedEndOfString]: 'A closing " is missing on this line.',
  [ScanProblem.UnexpectedEndOfNumber]: 'This number is not finished.',
  [ScanProblem.InvalidUnicode]: 'Four hexadecimal digits belong behind \\u.',
  [ScanProblem.InvalidEscapeCharacter]: 'This is not an escape of JSON. Write \\\\ for a backslash.',
  [ScanProblem.InvalidCharacter]: 'A string cannot hold this control character. Write it as an escape.',
};
