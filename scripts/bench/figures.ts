// A measured figure with its bound, and the table that shows them.

export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly bound: number;
  readonly unit: 'ms' | 'MB' | 's' | '%';
}

/** Prints a table; returns whether every figure is within its bound. */
export function printFigures(figures: readonly Figure[]): boolean {
  const width = Math.max(...figures.map(({ what }) => what.length));
  const number = (value: number) => value.toFixed(value < 10 ? 2 : 1).padStart(8);
  console.log(`${''.padEnd(width)}  measured     bound`);
  for (const { what, value, bound, unit } of figures) {
    const verdict = value <= bound ? '' : '  over its bound';
    console.log(`${what.padEnd(width)}  ${number(value)}  ${number(bound)} ${unit}${verdict}`);
  }
  return figures.every(({ value, bound }) => value <= bound);
}

/** The value that 95 of 100 samples do not exceed. */
export function p95(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.95) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}
