// Opens the workbench of a running VS Code server in headless Chromium. Knows no test.
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium';
import type { Host, Payload } from './host';

export interface Workbench {
  readonly page: Page;
  close(): Promise<void>;
}

export interface WorkbenchOptions {
  readonly folder: string;
  readonly payload: Payload;
  /** Called before the page loads: what VS Code's own test driver calls has to be there by then. */
  readonly prepare?: (page: Page) => Promise<void>;
}

/** The sandbox needs rights that a container does not give; the only page is our own, on loopback. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export async function openWorkbench(host: Host, options: WorkbenchOptions): Promise<Workbench> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({ executablePath, args: flags, env: { ...process.env, ...env } });
  try {
    return { page: await openPage(browser, host, options), close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function openPage(browser: Browser, host: Host, options: WorkbenchOptions): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1200, height: 720 } });
  page.on('console', (message) => host.note(`[console.${message.type()}] ${message.text()}`));
  page.on('pageerror', (error) => host.note(`[pageerror] ${error.stack}`));
  await options.prepare?.(page);
  await page.goto(host.address(options.folder, options.payload), { waitUntil: 'commit' });
  return page;
}
