// Opens the workbench of a running host in headless Chromium. Knows nothing of what is tested there.
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium';

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A page of a Chromium of its own; closing the browser ends both. */
export async function openPage(
  viewport: Size = { width: 1200, height: 800 },
): Promise<{ browser: Browser; page: Page }> {
  const { executablePath, env } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    env: { ...definedEnvironment(), ...env },
    // The sandbox needs rights that root in a container does not have; only our own server is opened.
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  return { browser, page: await browser.newPage({ viewport }) };
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}
