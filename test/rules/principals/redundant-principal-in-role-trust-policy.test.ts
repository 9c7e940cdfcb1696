import rule from '../../../server/src/rules/principals/redundant-principal-in-role-trust-policy';
import { inPolicy } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

/** A trust policy for these principals. */
function trusting(principals: string): string {
  return inPolicy(`
    { "Effect": "Allow", "Principal": { "AWS": ${principals} }, "Action": "sts:AssumeRole" }`);
}

ruleSpec(rule, {
  clean: {
    'a session of another role, and of a role in another account': trusting(`[
      "arn:aws:iam::111122223333:role/deployer",
      "arn:aws:sts::111122223333:assumed-role/reader/anna",
      "arn:aws:sts::444455556666:assumed-role/deployer/anna"
    ]`),
    'a session alone': trusting('"arn:aws:sts::111122223333:assumed-role/deployer/anna"'),
  },
  flagged: {
    'a session of a role that is named with its path': {
      text: trusting(`[
      "arn:aws:iam::111122223333:role/teams/deployer",
      "arn:aws:sts::111122223333:assumed-role/deployer/anna"
     #^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ redundant-principal-in-role-trust-policy
    ]`),
      fixed: [
        trusting(`[
      "arn:aws:iam::111122223333:role/teams/deployer"
    ]`),
      ],
    },
  },
});
