import rule from '../../../server/src/rules/resources/ecr-policy-with-resource';
import { inPolicy, inTemplate } from '../../support/policies';
import { ruleSpec } from '../../support/ruleSpec';

const pull = '"Effect": "Allow", "Principal": { "AWS": "111122223333" }, "Action": "ecr:BatchGetImage"';
const onAll = inPolicy(`    { ${pull}, "Resource": "*" }`);

ruleSpec(rule, {
  clean: {
    'no resource': inTemplate('AWS::ECR::Repository', 'RepositoryPolicyText', inPolicy(`    { ${pull} }`)),
    'a resource that may come to nothing': inTemplate(
      'AWS::ECR::Repository',
      'RepositoryPolicyText',
      inPolicy(`    { ${pull}, "Resource": { "Fn::If": ["All", "*", { "Ref": "AWS::NoValue" }] } }`),
    ),
    'the policy of a registry': inTemplate('AWS::ECR::RegistryPolicy', 'PolicyText', onAll),
    'a bare policy, whose owner nobody knows': onAll,
  },
  flagged: {
    'in CloudFormation': {
      text: inTemplate(
        'AWS::ECR::Repository',
        'RepositoryPolicyText',
        inPolicy(`    { ${pull},
      "Resource": "*" }
    # ^^^^^^^^^^ ecr-policy-with-resource`),
      ),
      fixed: [inTemplate('AWS::ECR::Repository', 'RepositoryPolicyText', inPolicy(`    { ${pull} }`))],
      access: ['unknown'],
      messages: [
        'Amazon ECR refuses a repository policy with a Resource: it is about the repository that it belongs to. Remove the element.',
      ],
    },
    'in a command of the AWS CLI': {
      text: `{
  "repositoryName": "images",
  "policyText": "{ \\"Version\\": \\"2012-10-17\\", \\"Statement\\": [{ \\"Resource\\": \\"*\\", \\"Effect\\": \\"Allow\\", \\"Principal\\": \\"*\\", \\"Action\\": \\"ecr:BatchGetImage\\" }] }"
#                                                                 ^^^^^^^^^^^^ ecr-policy-with-resource
}`,
    },
    'in Terraform': {
      language: 'terraform',
      text: `data "aws_iam_policy_document" "pull" {
  statement {
    actions   = ["ecr:BatchGetImage"]
    resources = [aws_ecr_repository.images.arn]
#   ^^^^^^^^^ ecr-policy-with-resource
    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
  }
}

resource "aws_ecr_repository_policy" "images" {
  repository = aws_ecr_repository.images.name
  policy     = data.aws_iam_policy_document.pull.json
}`,
      fixed: [
        `data "aws_iam_policy_document" "pull" {
  statement {
    actions   = ["ecr:BatchGetImage"]
    principals {
      type        = "AWS"
      identifiers = ["111122223333"]
    }
  }
}

resource "aws_ecr_repository_policy" "images" {
  repository = aws_ecr_repository.images.name
  policy     = data.aws_iam_policy_document.pull.json
}`,
      ],
    },
  },
});
