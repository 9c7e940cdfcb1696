// Services whose requests carry the condition keys of the owner of a VPC endpoint; the lists of the guide to IAM.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-vpceaccount

/** When the lists were read, as an ISO date. */
export const keyServicesDate = '2026-11-23';

const all =
  'acm-pca applicationinsights apprunner athena cloudformation comprehendmedical compute-optimizer ' +
  'datasync discovery dynamodb ebs ecr ecs firehose gamelift healthlake iam iotfleetwise ' +
  'iotwireless kinesisanalytics kms lambda medical-imaging omics payment-cryptography polly rbin ' +
  'rekognition route53 s3 scheduler servicediscovery servicequotas shield ssm-contacts ' +
  'storagegateway textract transcribe transfer';

const services: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['aws:vpceaccount', setOf('')],
  [
    'aws:vpceorgid',
    setOf(
      'b2bi cassandra cloudhsmv2 cognito-identity dms ds-data identitystore iottwinmaker kinesis ' +
        'network-firewall pricing qbusiness ses sms-voice sqs workmail',
    ),
  ],
  ['aws:vpceorgpaths', setOf('secretsmanager sts')],
]);

/** Prefixes of the services that send a key; `undefined` for keys without such a list. `lowerKey`: in lower case. */
export function servicesOfKey(lowerKey: string): ReadonlySet<string> | undefined {
  return services.get(lowerKey);
}

function setOf(others: string): ReadonlySet<string> {
  return new Set(`${all} ${others}`.trim().split(' '));
}
