// Finds each service's page in the Service Authorization Reference, from the comments of iam-floyd's classes.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const reference = 'https://docs.aws.amazon.com/service-authorization/latest/reference';
/** The contents page of the reference. */
const contents = `${reference}/reference_policies_actions-resources-contextkeys.html`;

/** Where AWS splits a prefix over several pages and none bears its name: the one most people mean, or the contents. */
const chosen: ReadonlyMap<string, string> = new Map([
  ['aws-marketplace', contents],
  ['elasticloadbalancing', `${reference}/list_elbv2.html`],
  ['sms-voice', `${reference}/list_pinpoint-sms-voice-v2.html`],
]);

/** Gives the page of a prefix; a service without one gets the contents page. */
export function readPages(packageFolder: string): (prefix: string) => string {
  const pages = new Map<string, Set<string>>();
  const folder = path.join(packageFolder, 'lib', 'generated', 'policy-statements');
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.js')) continue;
    const text = readFileSync(path.join(folder, file), 'utf8');
    const url = /Statement provider for service \[[^\]]+\]\(([^)]+)\)/.exec(text)?.[1];
    const prefix = /servicePrefix = '([^']+)'/.exec(text)?.[1];
    if (!url || !prefix) continue;
    pages.set(prefix, (pages.get(prefix) ?? new Set()).add(url));
  }
  return (prefix) => choose(prefix, [...(pages.get(prefix) ?? [])].sort());
}

function choose(prefix: string, urls: readonly string[]): string {
  const own = `${reference}/list_${prefix}.html`;
  return chosen.get(prefix) ?? (urls.includes(own) ? own : (urls[0] ?? contents));
}
