// A variable that no caller of the policy's only owner, a role, has. Who has a managed policy is not known.
import type { FoundPolicy } from '../../analysis';
import { onceForStatement } from '../../policy/lowered';
import { type KeyVariable, keyVariablesOf } from '../../policy/variables';
import { keyVariables } from '../keyVariables';
import { defineRule } from '../rule';

export default defineRule({
  id: 'variable-never-present',
  group: 'variables',
  category: 'warning',
  on: 'policy',
  appliesTo: ['identity'],
  summary: 'The policy of a role uses `${aws:username}`, which only users have.',
  why:
    'Who has assumed a role is known by its ID and the name of the session, `aws:userid`, and not by the name of a user, so the ' +
    'variable never has a value. A resource with it matches nothing, and a condition does not hold, or always holds where its operator is negated.',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html#principaltable',
  examples: [
    {
      language: 'yaml',
      bad: `Resources:
  Analyst:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::111122223333:root }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: home
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::home/\${aws:username}/*
`,
      good: `Resources:
  Analyst:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Version: '2012-10-17'
        Statement:
          - Effect: Allow
            Principal: { AWS: arn:aws:iam::111122223333:root }
            Action: sts:AssumeRole
      Policies:
        - PolicyName: home
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: s3:GetObject
                Resource: arn:aws:s3:::home/\${aws:PrincipalTag/team}/*
`,
    },
  ],

  // What an anchor of YAML names, a user may have besides.
  when: ({ site }) => isOfRoles(site) && !site.tree.sharesNodes,

  *check({ site, policy }) {
    const { value } = policy.version ?? {};
    const version = value?.kind === 'string' ? value.value : undefined;
    const [first, ...others] = policy.statements
      .filter(mayLack)
      .flatMap((statement) => keyVariables({ statement, version, carrier: site.carrier }))
      .filter(isLacking);
    if (!first) return;
    yield {
      span: spanOf(first),
      message:
        `Only users have ${first.name}, and this is the policy of a role, so the variable never has a value. ` +
        'Use a tag, as in aws:PrincipalTag/team, or aws:userid, which ends in the name of the session.',
      related: others.map((each) => ({ span: spanOf(each), message: 'Has no value either.' })),
    };
  },
});

/** Whether a policy lives in roles, or in permission sets, of which roles are made, and nowhere else. */
function isOfRoles({ attachedTo, storage }: FoundPolicy['site']): boolean {
  return (
    storage === 'inline' &&
    attachedTo.length > 0 &&
    attachedTo.every(
      ({ kind, resourceType }) => kind === 'role' || resourceType === 'AWS::SSO::PermissionSet',
    )
  );
}

const mayLack = onceForStatement((statement) => keyVariablesOf(statement).some(isLacking));

function isLacking({ name, fallback }: KeyVariable): boolean {
  return fallback === undefined && name.toLowerCase() === 'aws:username';
}

function spanOf({ node, from, to }: KeyVariable) {
  return node.spanOf(from, to);
}
