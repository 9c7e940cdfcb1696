// Lends out a running VS Code server and its page, and ends both whatever happens. Knows no test.
import type { Page } from 'playwright-core';
import { openPage } from './browser';
import { type Host, type HostOptions, startHost } from './host';

/** The host is stopped when `use` is done, when it throws and when somebody interrupts it. */
export async function withHost<T>(options: HostOptions, use: (host: Host) => Promise<T>): Promise<T> {
  const host = await startHost(options);
  const interrupted = () => host.stop().then(() => process.exit(130));
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted);
  try {
    return await use(host);
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted);
    await host.stop();
  }
}

/** Room for a list and, beside it, what the chosen entry means. */
const size = { width: 1200, height: 720 };

/** A page of its own browser, with what it prints; the workbench is opened by `use`. */
export async function withPage<T>(use: (page: Page, printed: readonly string[]) => Promise<T>): Promise<T> {
  const { browser, page } = await openPage(size);
  const printed: string[] = [];
  page.on('console', (message) => printed.push(`[${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => printed.push(`[error] ${error.stack}`));
  try {
    return await use(page, printed);
  } finally {
    await browser.close();
  }
}
