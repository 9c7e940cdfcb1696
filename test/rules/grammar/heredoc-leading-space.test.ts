import rule from '../../../server/src/rules/grammar/heredoc-leading-space';
import { ruleSpec } from '../../support/ruleSpec';

/** A policy of a resource in a heredoc. */
function heredoc(type: string, attribute: string, mark: string, indent: string, drawing = '') {
  const text = `resource "${type}" "x" {
  ${attribute} = <<${mark}
${indent}{
${drawing}    "Version": "2012-10-17",
    "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::b/*" }]
  }
EOF
}
`;
  return { text, language: 'terraform' } as const;
}

ruleSpec(rule, {
  clean: {
    'no white space': heredoc('aws_iam_policy', 'policy', 'EOF', ''),
    'a heredoc that leaves out indentation': heredoc('aws_iam_policy', 'policy', '-EOF', '  '),
    'a policy that is not of IAM': heredoc('aws_s3_bucket_policy', 'policy', 'EOF', '  '),
  },
  flagged: {
    'an indented policy': {
      ...heredoc('aws_iam_policy', 'policy', 'EOF', '  ', '# ^ heredoc-leading-space\n'),
      fixed: [heredoc('aws_iam_policy', 'policy', 'EOF', '').text],
      access: ['same'],
    },
  },
});
