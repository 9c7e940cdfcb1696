// Accounts of companies that assume roles of their customers and give each customer an external ID, as their own
// documentation says. Far from complete: an account that is not here may be a third party's just as well.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_common-scenarios_third-party.html

const byAccount: ReadonlyMap<string, string> = new Map([
  ['188619942792', 'Prisma Cloud'],
  ['414351767826', 'Databricks'],
  ['434813966438', 'Lacework'],
  ['454464851268', 'CloudHealth'],
  ['464622532012', 'Datadog'],
  ['509560245411', 'Dynatrace'],
  ['754728514883', 'New Relic'],
  ['834469178297', 'Fivetran'],
  ['922761411349', 'Spot'],
  ['926226587429', 'Sumo Logic'],
]);

/** The company that an account belongs to. */
export function thirdPartyOf(account: string): string | undefined {
  return byAccount.get(account);
}
