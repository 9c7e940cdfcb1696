// A whole file with holes, as `templatefile` reads it: JSON for the most part, with `${…}` and `%{…}` in it.
// https://developer.hashicorp.com/terraform/language/functions/templatefile
import { parseTemplateJson } from '../json/json';
import type { TemplatePiece, Tree } from '../node';
import { Char } from './chars';
import { HclString, isDoubled, type Spelling } from './hclString';
import { Reader } from './reader';
import { isHole, readHole } from './template';
import { hclWriter } from './write';

const doubled: Spelling = { escapes: false, indent: 0, startsLine: false };

/** Parses a file that is JSON but for its holes. One that is not has no roots. */
export function parseTemplateFile(text: string): Tree {
  const found = parseTemplateJson(piecesOf(text));
  if (found) return found;
  const root = { kind: 'object', span: { start: 0, end: text.length }, properties: [] } as const;
  const writer = hclWriter({ text, root, comments: [], bodies: [] });
  return { format: 'JSON', roots: [], problems: [], comments: [], writer, slotAt: () => undefined };
}

/** The pieces of a text with holes, in which nothing else is an escape. */
export function piecesOf(text: string): readonly TemplatePiece[] {
  const reader = new Reader(text, false);
  const pieces: TemplatePiece[] = [];
  while (reader.code !== Char.None) {
    const start = reader.at;
    while (reader.code !== Char.None && !isHole(reader)) reader.at += isDoubled(text, reader.at) ? 3 : 1;
    const end = Math.min(reader.at, text.length);
    if (end > start) pieces.push(new HclString(text, { start, end }, start, end, 'in heredoc', doubled));
    if (isHole(reader)) pieces.push(readHole(reader, false));
  }
  return pieces;
}
