// Which places of a tree hold a policy: asks one finder after the other, the most particular first.
import type { Tree } from '../syntax/node';
import { authorizationDetailsFinder } from './authorizationDetails';
import { awsCliFinder } from './awsCli';
import { cdkFinder } from './cdk';
import { cloudFormationFinder } from './cloudformation/cloudformation';
import { documentFinder } from './document';
import { kubernetesFinder } from './kubernetes/kubernetes';
import { serverlessFinder } from './serverless/serverless';
import type { Discovered, Finder, Hints, Surroundings } from './site';
import { terraformFileFinder } from './terraform/files';
import { terraformPlanFinder } from './terraform/plan';
import { terraformFinder } from './terraform/terraform';

const finders: readonly Finder[] = [
  cdkFinder,
  cloudFormationFinder,
  serverlessFinder,
  terraformFinder,
  kubernetesFinder,
  terraformPlanFinder,
  authorizationDetailsFinder,
  awsCliFinder,
  terraformFileFinder,
  documentFinder,
];

const nothing: Discovered = { sites: [], entities: [] };

const alone: Surroundings = { uri: '', neighbours: () => [] };

/** The policies and entities of a document; the first finder that knows its form answers. */
export function discover(tree: Tree, hints: Hints, around: Surroundings = alone): Discovered {
  for (const finder of finders) {
    const found = finder.find(tree, hints, around);
    if (found) return found;
  }
  return nothing;
}

/** What every policy, IAM entity or permission has somewhere in its text, also inside strings and behind URL encoding. */
const PROBE =
  /statement|2012-10-17|2008-10-17|"effect"|AWS::(?:IAM::|Lambda::Permission)|DetailList"|aws_(?:iam_|lambda_permission)|\biam\.(?:services\.k8s\.aws|aws\.)/i;

/** A cheap look at the text: whether it is worth parsing. */
export function mayHoldPolicy(text: string): boolean {
  return PROBE.test(text);
}
