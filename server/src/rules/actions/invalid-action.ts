// An action that its service does not have, or a wildcard that matches none. Unknown services are
// invalid-service-in-action's business.
import { isGlob } from '../../base/glob';
import { isStale } from '../../catalog/age';
import { nearestPattern } from '../../catalog/nearestPattern';
import { suggestAction } from '../../catalog/search';
import type { Catalog, ServiceEntry } from '../../catalog/types';
import { parseAction } from '../../policy/action';
import { accessOfMore } from '../../policy/amount';
import { hasHole, type PolicyText } from '../../policy/text';
import { lackOf, missingActions } from '../missingActions';
import { changeTo } from '../replace';
import { defineRule } from '../rule';
import { severalInOne } from '../severalInOne';

/**
 * In no list: what AWS RAM needs for the Data Catalog, what the policies that Amazon SNS once made for its topics
 * still have, and what policies of AWS IoT allow to devices.
 * https://docs.aws.amazon.com/lake-formation/latest/dg/hybrid-cross-account.html
 * https://docs.aws.amazon.com/iot/latest/developerguide/authorizing-direct-aws.html
 * https://docs.aws.amazon.com/iot/latest/developerguide/iot-policy-actions.html
 */
const unlisted: ReadonlySet<string> = new Set([
  'glue:shareresource',
  'iot:assumerolewithcertificate',
  'iot:getpendingjobexecutions',
  'iot:startnextpendingjobexecution',
  'iot:updatejobexecution',
  'sns:receive',
]);

export default defineRule({
  id: 'invalid-action',
  group: 'actions',
  category: 'error',
  on: 'statement',
  onFragments: true,
  accessAnalyzer: 'INVALID_ACTION',
  summary: 'An action does not exist in its service, names none, or its wildcard matches no action.',
  why:
    'Nothing ever matches it: an Allow does not allow what was meant, and a Deny does not deny it. ' +
    'Many API operations have no action of their own name: `HeadObject` is authorised by `s3:GetObject`.',
  source:
    'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  examples: [
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
    {
      bad: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:HeadObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
      good: `{
  "Version": "2012-10-17",
  "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
}`,
    },
  ],

  speaksOf: { action: (text, { catalog }) => isOdd(text) || lackOf(catalog, text) === 'action' },

  *check({ statement, writer, carrier }, { catalog, today }) {
    for (const element of statement.actions) {
      // A program may put its literals together.
      const odd = element.patterns.filter(
        ({ value }) => isBlankStar(value) || (lacksService(value) && carrier !== 'cdk'),
      );
      for (const node of [...odd, ...missingActions(catalog, element, 'action')]) {
        const access = accessOfMore(statement, element.negated);
        const several = severalInOne(catalog, node, element, writer, access);
        if (several) {
          yield several;
          continue;
        }
        const invalid = hasHole(node) ? nothingLike(catalog, node) : invalidAction(catalog, node.value);
        if (!invalid) continue;
        yield {
          span: node.span,
          message: invalid.message,
          category: isStale(catalog, today) ? 'warning' : 'error',
          fixes: changeTo(writer, node, invalid.meant, access),
        };
      }
    }
  },
});

function isOdd(text: string): boolean {
  return isBlankStar(text) || lacksService(text);
}

/** Everything, with blanks around it. */
function isBlankStar(text: string): boolean {
  return text !== '*' && text.trim() === '*';
}

/** Whether a text that means one thing has no colon, or none behind a service. */
function lacksService(text: string): boolean {
  return text.indexOf(':') <= 0 && /[^*?\s]/.test(text) && !text.includes('${');
}

interface Invalid {
  readonly message: string;
  /** Actions to write instead, the best first. */
  readonly meant: readonly string[];
}

function invalidAction(catalog: Catalog, text: string): Invalid | undefined {
  if (text !== text.trim()) return withBlank(text);
  if (lacksService(text)) return isBegun(catalog, text) ? undefined : withoutService(catalog, text);
  const { service: prefix, name } = parseAction(text) ?? { service: '', name: '' };
  const service = catalog.service(prefix);
  if (!service) return undefined;
  if (name === '') return unfinished(text, service);
  if (isGlob(name)) return emptyPattern(text, name, service, catalog.date);
  if (unlisted.has(text.toLowerCase())) return undefined;
  const operation = catalog.apiOperation(service.prefix, name);
  return operation ? apiOperation(text, service, operation.actions) : unknown(catalog, text, service, name);
}

/** Whatever comes of the holes. */
function nothingLike(catalog: Catalog, text: PolicyText): Invalid | undefined {
  const service = catalog.service(parseAction(text.value)?.service ?? '');
  return (
    service && {
      message: `${text.value} is no action of ${service.name} in the AWS data of ${catalog.date}, whatever is put in.`,
      meant: [],
    }
  );
}

/** A literal text of YAML ends with a line break. */
function withBlank(text: string): Invalid {
  const meant = text.trim();
  const blank = /[\r\n]/.test(text) ? 'a line break' : 'a blank';
  return {
    message: `There is ${blank} around ${meant}, which belongs to it for AWS. Remove it.`,
    meant: [meant],
  };
}

/** Whether the prefix of a service is still being typed. A whole one is an action that lacks its name. */
function isBegun({ services }: Catalog, text: string): boolean {
  const lower = text.toLowerCase();
  const begun = services.filter(({ prefix }) => prefix.startsWith(lower));
  return begun.length > 0 && begun.every(({ prefix }) => prefix !== lower);
}

/** IAM refuses it: actions must be prefaced by a vendor. */
function withoutService(catalog: Catalog, text: string): Invalid {
  const name = text.replace(/^:/, '');
  const owned = catalog
    .actionOwners(name)
    .slice(0, MOST_MEANT)
    .map((prefix) => `${prefix}:${name}`);
  const meant = owned.length > 0 ? owned : apart(catalog, text);
  return {
    message:
      `${text} is not an action, and AWS refuses it: the prefix of the service and a colon come first` +
      (meant.length > 0 ? `. Did you mean ${meant.join(' or ')}?` : ', as in s3:GetObject.'),
    meant,
  };
}

const MOST_MEANT = 3;

/** `s3GetObject` and `s3.GetObject` → `s3:GetObject` */
function apart(catalog: Catalog, text: string): readonly string[] {
  for (let at = 2; at < text.length - 2; at++) {
    const service = catalog.service(text.slice(0, at));
    const action = service?.action(text.slice(at).replace(/^[./_-]/, ''));
    if (service && action) return [`${service.prefix}:${action.name}`];
  }
  return [];
}

function unfinished(text: string, service: ServiceEntry): Invalid {
  return {
    message: `${text} names no action of ${service.name}. Write one behind the colon, or ${text}* for all of them.`,
    meant: [],
  };
}

function emptyPattern(text: string, name: string, service: ServiceEntry, date: string): Invalid {
  const pattern = nearestPattern(service, name);
  const meant = pattern === undefined ? [] : [`${service.prefix}:${pattern}`];
  return { message: `${text} matches no action of ${service.name}${advice(meant[0], date)}`, meant };
}

function unknown(catalog: Catalog, text: string, service: ServiceEntry, name: string): Invalid {
  const suggestion = suggestAction(catalog, service.prefix, name);
  const meant = suggestion ? [suggestion.action] : [];
  return { message: `${text} is not an action of ${service.name}${advice(meant[0], catalog.date)}`, meant };
}

function advice(meant: string | undefined, date: string): string {
  return meant === undefined ? ` in the AWS data of ${date}.` : `. Did you mean ${meant}?`;
}

function apiOperation(text: string, service: ServiceEntry, actions: readonly string[]): Invalid {
  const [first = '', ...others] = actions;
  const also = others.length > 2 ? `${others.length} other actions` : others.join(' or ');
  return {
    message:
      `${text} is an API operation of ${service.name}, not an action. ` +
      `It is authorised by ${first}${also && `, for some requests also by ${also}`}.`,
    // What some requests to Amazon S3 need besides is no replacement.
    meant: service.prefix === 's3' ? [first] : actions,
  };
}
