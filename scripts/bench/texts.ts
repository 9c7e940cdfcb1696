// The texts that the benchmarks run on, made here, the same each time.

const services = ['s3', 'ec2', 'lambda', 'dynamodb', 'sqs', 'sns', 'kms', 'logs'] as const;
const actions: Readonly<Record<(typeof services)[number], string>> = {
  s3: 's3:GetObject',
  ec2: 'ec2:DescribeInstances',
  lambda: 'lambda:InvokeFunction',
  dynamodb: 'dynamodb:GetItem',
  sqs: 'sqs:SendMessage',
  sns: 'sns:Publish',
  kms: 'kms:Decrypt',
  logs: 'logs:PutLogEvents',
};

/** A policy of so many statements, one a line, about 95 characters each. */
export function policyText(statements: number): string {
  const lines = Array.from({ length: statements }, (_, i) => {
    const service = services[i % services.length] ?? 's3';
    return `{"Sid":"S${i}","Effect":"Allow","Action":"${actions[service]}","Resource":"arn:aws:${service}:::b${i}/*"}`;
  });
  return `{"Version":"2012-10-17","Statement":[\n${lines.join(',\n')}\n]}\n`;
}

/** JSON of about so many bytes that holds no policy. */
export function plainJson(bytes: number): string {
  const rows: string[] = [];
  for (let size = 0, i = 0; size < bytes; i++) {
    const row = JSON.stringify({
      id: i,
      name: `item ${i}`,
      tags: ['red', 'green', 'blue'],
      nested: { a: i * 2 },
    });
    rows.push(row);
    size += row.length + 2;
  }
  return `[\n${rows.join(',\n')}\n]\n`;
}

/** The same size, with one policy in the CLI's form of an embedded document. */
export function jsonWithPolicy(bytes: number): string {
  return `{"PolicyName":"p","PolicyDocument":${policyText(20).trim()},"Rest":${plainJson(bytes).trim()}}\n`;
}
