// Values of conditions that are known in part: what is surely wrong, whatever is put in, and what may come to be right.
import boolean from '../../../server/src/rules/conditions/type-mismatch-boolean';
import date from '../../../server/src/rules/conditions/type-mismatch-date';
import ipRange from '../../../server/src/rules/conditions/type-mismatch-ip-range';
import number from '../../../server/src/rules/conditions/type-mismatch-number';
import wildcard from '../../../server/src/rules/conditions/wildcard-without-like-operator';
import { inTerraform } from '../../support/policies';
import { type DescribedText, ruleSpec } from '../../support/ruleSpec';

const on = (condition: string, drawing = ''): DescribedText => ({
  language: 'terraform',
  text: inTerraform(`      Action = "s3:GetObject"
      Resource = "*"
      Condition = { ${condition} }${drawing}`),
});

const below = (drawing: string) => `\n      #                           ${drawing}`;

ruleSpec(number, {
  clean: {
    'what may be a number': on(
      'NumericEquals = { "s3:max-keys" = ["${var.a}", "${var.a}00", "-${var.a}.5e${var.b}"] }',
    ),
    'a variable beside a hole': on('NumericEquals = { "s3:max-keys" = "${var.a}$${aws:PrincipalTag/k}" }'),
  },
  flagged: {
    'a unit': {
      ...on(
        'NumericEquals = { "s3:max-keys" = "${var.a}m" }',
        below('                    ^^^^^^^^^^^ type-mismatch-number'),
      ),
      fixed: [],
      messages: ['NumericEquals compares with a number, and "${var.a}m" is none, whatever is put in.'],
    },
  },
});

ruleSpec(boolean, {
  clean: { 'what may be either': on('Bool = { "aws:SecureTransport" = ["${var.a}", "t${var.a}"] }') },
  flagged: {
    'no letter of either': on(
      'Bool = { "aws:SecureTransport" = "y${var.a}" }',
      below('                   ^^^^^^^^^^^ type-mismatch-boolean'),
    ),
  },
});

ruleSpec(date, {
  clean: {
    'what may be a date': on(
      'DateLessThan = { "aws:CurrentTime" = ["${var.a}", "${var.a}-12-31", "${var.a}T${var.b}Z"] }',
    ),
  },
  flagged: {
    words: on(
      'DateLessThan = { "aws:CurrentTime" = "${var.a} noon" }',
      below('                       ^^^^^^^^^^^^^^^ type-mismatch-date'),
    ),
  },
});

ruleSpec(ipRange, {
  clean: {
    'what may be a range': on(
      'IpAddress = { "aws:SourceIp" = ["${var.a}", "${var.a}/32", "10.${var.a}.0.0/16", "2001:DB8:${var.a}::/64"] }',
    ),
  },
  flagged: {
    'a wildcard': on(
      'IpAddress = { "aws:SourceIp" = "${var.a}.*" }',
      below('                 ^^^^^^^^^^^^ type-mismatch-ip-range'),
    ),
  },
});

ruleSpec(wildcard, {
  clean: {
    'what may have none': on('StringEquals = { "aws:PrincipalTag/team" = "${var.a}-x" }'),
    'a condition of Terraform': on('StringEquals = { "aws:PrincipalTag/team" = "a-${var.a ? 1 : 2}" }'),
    'the characters themselves': on('StringEquals = { "s3:prefix" = "${var.a}/$${*}" }'),
    Like: on('StringLike = { "aws:PrincipalTag/team" = "${var.a}-*" }'),
  },
  flagged: {
    'beside a hole': {
      ...on(
        'StringEquals = { "aws:PrincipalTag/team" = "${var.a}-*" }',
        below('                             ^^^^^^^^^^^^ wildcard-without-like-operator'),
      ),
      fixed: [on('StringLike = { "aws:PrincipalTag/team" = "${var.a}-*" }').text],
      access: ['wider'],
    },
  },
});
