import rule from '../../../server/src/rules/conditions/missing-paired-condition-keys';
import { withCondition } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

ruleSpec(rule, {
  clean: {
    'with the network': withCondition(`      "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" },
      "StringEquals": { "aws:sourcevpce": "vpce-1a2b3c4d" }`),
    'an instance with its network':
      withCondition(`      "StringEquals": { "aws:Ec2InstanceSourceVpc": "vpc-1a2b3c4d" },
      "IpAddress": { "aws:Ec2InstanceSourcePrivateIPv4": "10.0.0.7" }`),
    'a public address': withCondition(`      "IpAddress": { "aws:SourceIp": "203.0.113.0/24" }`),
    'addresses of one request': withCondition(
      `      "StringNotEquals": { "aws:Ec2InstanceSourcePrivateIPv4": "\${aws:VpcSourceIp}" }`,
      { effect: 'Deny' },
    ),
    'whether there is one': withCondition(`      "Null": { "aws:VpcSourceIp": "true" }`),
  },
  flagged: {
    'no network': {
      text: withCondition(`      "IpAddress": { "aws:VpcSourceIp": "10.0.0.0/16" }
      #              ^^^^^^^^^^^^^^^^^ missing-paired-condition-keys`),
      messages: [
        'aws:VpcSourceIp is a private address, which exists in every VPC. Demand the network as well, with aws:SourceVpc or aws:SourceVpce or aws:SourceVpcArn.',
      ],
    },
    'an Allow that compares addresses of one request': {
      text: withCondition(`      "StringEquals": { "aws:Ec2InstanceSourcePrivateIPv4": "\${aws:VpcSourceIp}" }
      #                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-paired-condition-keys`),
    },
    'an instance': {
      text: withCondition(
        `      "NotIpAddressIfExists": { "aws:Ec2InstanceSourcePrivateIPv4": "10.0.0.0/16" },
      #                         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-paired-condition-keys
      "StringEquals": { "aws:SourceVpc": "vpc-1a2b3c4d" }`,
        { effect: 'Deny' },
      ),
    },
  },
});
