// Lets a service act for one's own account or resources only: the confused deputy.
import { hasOnlyServices } from '../../policy/principal';
import type { Plain } from '../../syntax/node';
import { ownAccount } from './account';
import { addClause, mayCompare } from './addClause';
import { defineRefactoring } from './refactoring';

export default defineRefactoring({
  id: 'limit-service-source',
  kind: 'refactor.rewrite',
  on: 'statement',
  summary: 'Lets a service act for your account only, by a condition on aws:SourceAccount or aws:SourceArn.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html',

  *offers(place) {
    const { statement, found, catalog } = place;
    const { type } = found.site;
    if (!statement.allows || !(type === 'resource' || type === 'trust')) return;
    if (!hasOnlyServices(statement) || mayCompare(place, SOURCE_KEY)) return;
    const names = statement.principals.flatMap(({ principals }) => principals.map(({ value }) => value));
    const services = names.map((name) => catalog.servicePrincipal(name));
    // Known from resource policies, the keys may be missing where the service assumes a role.
    if (type === 'trust' && !services.every((each) => each?.trust && !each.resourcePolicy)) return;
    const account = ownAccount(place);
    if (services.every((service) => service?.sendsSourceAccount)) {
      const clause = { operator: 'StringEquals', key: 'aws:SourceAccount', value: account };
      yield* addClause(place, `Let it act for ${textOf(account)} only`, clause);
    }
    const [service] = services;
    if (services.length !== 1 || !service?.sendsSourceArn) return;
    const prefix = service.principal.split('.')[0] ?? '';
    // A bucket's ARN has neither Region nor account.
    if (prefix === 's3' || !catalog.service(prefix)) return;
    const value = arnWithin(prefix, account);
    yield* addClause(place, `Let it act for resources of ${prefix} in ${textOf(account)} only`, {
      operator: 'ArnLike',
      key: 'aws:SourceArn',
      value,
    });
  },
});

const SOURCE_KEY = /^(?:aws:Source\w+|sts:ExternalId|kms:EncryptionContext:.*)$/i;

function textOf(account: Plain): string {
  return typeof account === 'string' ? `the account ${account}` : 'the account of the stack';
}

function arnWithin(prefix: string, account: Plain): Plain {
  if (typeof account === 'string') return `arn:aws:${prefix}:*:${account}:*`;
  return { 'Fn::Sub': `arn:\${AWS::Partition}:${prefix}:*:\${AWS::AccountId}:*` };
}
