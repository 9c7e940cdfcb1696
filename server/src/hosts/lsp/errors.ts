// Errors in words for a log.

/** An error with its stack; anything else that was thrown as text. */
export function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
