// The names of the policy elements, and which of them stand where.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html

export const policyElements = ['Version', 'Id', 'Statement'] as const;

export const statementElements = [
  'Sid',
  'Principal',
  'NotPrincipal',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const;

export type StatementElement = (typeof statementElements)[number];

/** Current version first. */
export const policyVersions = ['2012-10-17', '2008-10-17'] as const;

export const principalKeys = ['AWS', 'Service', 'Federated', 'CanonicalUser'] as const;

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html */
export const conditionOperators = [
  'StringEquals',
  'StringNotEquals',
  'StringEqualsIgnoreCase',
  'StringNotEqualsIgnoreCase',
  'StringLike',
  'StringNotLike',
  'NumericEquals',
  'NumericNotEquals',
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericGreaterThanEquals',
  'DateEquals',
  'DateNotEquals',
  'DateLessThan',
  'DateLessThanEquals',
  'DateGreaterThan',
  'DateGreaterThanEquals',
  'Bool',
  'BinaryEquals',
  'IpAddress',
  'NotIpAddress',
  'ArnEquals',
  'ArnLike',
  'ArnNotEquals',
  'ArnNotLike',
  'Null',
] as const;
