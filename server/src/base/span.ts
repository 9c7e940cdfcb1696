// Spans: half-open ranges of UTF-16 offsets. Lines and characters exist only in features/ and hosts/.

/** A half-open range of UTF-16 offsets into a document. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export function span(start: number, end: number): Span {
  return { start, end };
}

/** Moves a span by `delta` characters. */
export function shiftSpan(moved: Span, delta: number): Span {
  return delta === 0 ? moved : { start: moved.start + delta, end: moved.end + delta };
}

/** Whether the offset is inside the span or at either of its ends, as a cursor is. */
export function touches(range: Span, offset: number): boolean {
  return range.start <= offset && offset <= range.end;
}

/** Whether `inner` lies within `outer`; equal spans do. */
export function encloses(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Whether two spans share a character, or touch where one of them is empty. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start <= b.end && b.start <= a.end;
}
