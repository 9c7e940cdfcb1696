// Bytes of a file → text, and back for --fix. Names the place of what is no text.
import { Buffer, isUtf8 } from 'node:buffer';
import { LineIndex } from '../../base/lineIndex';
import { type Language, languageOf } from '../../service';
import type { Io } from './io';

export type Encoding = 'utf8' | 'utf8-bom' | 'utf16le';

export type Decoded =
  | { readonly kind: 'text'; readonly text: string; readonly encoding: Encoding }
  | { readonly kind: 'unreadable'; readonly message: string };

/** The text of a file. `isPlain`: whether it may be opened twice, as anything but a pipe may. */
export function readDecoded(io: Io, path: string, isPlain: boolean): Decoded {
  const text = isPlain ? io.readText(path) : '';
  // Nearly all files are UTF-8 without a mark. Where there is a sign of something else, its bytes are looked at.
  const isOther = text === '' || text.startsWith('\ufeff') || text.includes('\0') || text.includes('\ufffd');
  if (isOther) return decode(io.readFile(path));
  return { kind: 'text', text, encoding: 'utf8' };
}

/** UTF-8 with or without a byte order mark, and the UTF-16 that PowerShell writes. */
export function decode(bytes: Uint8Array): Decoded {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (buffer[0] === 0xff && buffer[1] === 0xfe) {
    return { kind: 'text', text: buffer.subarray(2).toString('utf16le'), encoding: 'utf16le' };
  }
  const nul = buffer.indexOf(0);
  if (nul >= 0)
    return { kind: 'unreadable', message: `${placeOf(buffer, nul)}: a NUL byte; this is no text file` };
  if (!isUtf8(buffer)) {
    return {
      kind: 'unreadable',
      message: `${placeOf(buffer, firstInvalid(buffer))}: this is not valid UTF-8`,
    };
  }
  const bom = buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf;
  return { kind: 'text', text: buffer.toString('utf8', bom ? 3 : 0), encoding: bom ? 'utf8-bom' : 'utf8' };
}

/** The language of a file by its name, or else by how its text begins (`.template` is either). */
export function languageIn(file: string, text: string): Language {
  return languageOf(undefined, file) ?? (/^\s*[{[]/.test(text) ? 'json' : 'yaml');
}

/** Whether a file can be passed over where it is no text: a program that nobody named may be written in any encoding. */
export function mayBeNoText({ path, named }: { readonly path: string; readonly named: boolean }): boolean {
  const language = languageOf(undefined, path);
  return !named && (language === 'typescript' || language === 'python');
}

export function encode(text: string, encoding: Encoding): Uint8Array {
  switch (encoding) {
    case 'utf8':
      return Buffer.from(text, 'utf8');
    case 'utf8-bom':
      return Buffer.from(`\ufeff${text}`, 'utf8');
    case 'utf16le':
      return Buffer.from(`\ufeff${text}`, 'utf16le');
  }
}

/** `line:column`, both from 1, of a byte. */
function placeOf(buffer: Buffer, byte: number): string {
  const before = buffer.toString('utf8', 0, byte);
  const { line, character } = new LineIndex(before).positionAt(before.length);
  return `${line + 1}:${character + 1}`;
}

/** Offset of the first byte that is not part of valid UTF-8, by halving. */
function firstInvalid(buffer: Buffer): number {
  let valid = 0;
  let invalid = buffer.length;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >> 1;
    if (isValidPrefix(buffer, middle)) valid = middle;
    else invalid = middle;
  }
  return valid - cutOff(buffer, valid);
}

/** Whether the first `length` bytes are valid, a character that is cut off at the end aside. */
function isValidPrefix(buffer: Buffer, length: number): boolean {
  return isUtf8(buffer.subarray(0, length - cutOff(buffer, length)));
}

/** How many bytes at the end of a prefix belong to a character that is not whole. */
function cutOff(buffer: Buffer, length: number): number {
  return [0, 1, 2, 3].find((less) => less <= length && isUtf8(buffer.subarray(0, length - less))) ?? 0;
}
