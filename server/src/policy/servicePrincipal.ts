// The form of a service principal's name. Which of them exist is the catalog's business.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services

/** Besides those of the partitions: of services older than `amazonaws.com`, and of ones that are not public. */
const otherSuffixes = ['amazon.com', 'aws.internal'] as const;

/**
 * Whether the text is in lower case and ends as a service principal does: `lambda.amazonaws.com`,
 * `delivery.logs.amazonaws.com`, `logs.eu-west-1.amazonaws.com`, `ec2.amazonaws.com.cn`.
 * `suffixes`: the DNS suffixes of the partitions, without a leading dot.
 */
export function isServicePrincipal(text: string, suffixes: readonly string[]): boolean {
  const suffix = [...suffixes, ...otherSuffixes].find((each) => text.endsWith(`.${each}`));
  return suffix !== undefined && /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/.test(text.slice(0, -suffix.length - 1));
}
