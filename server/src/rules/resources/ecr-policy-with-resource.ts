// Resource or NotResource in the policy of an ECR repository. The policy of a registry needs one.
import { isCertain } from '../../policy/presence';
import { defineRule } from '../rule';

export default defineRule({
  id: 'ecr-policy-with-resource',
  group: 'resources',
  category: 'error',
  on: 'statement',
  appliesTo: ['resource'],
  summary: 'The policy of an ECR repository names a resource.',
  why: 'The policy is about the repository that it belongs to. With a Resource, Amazon ECR refuses it: "Invalid repository policy provided".',
  source: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html',
  examples: [
    {
      language: 'yaml',
      bad: `Resources:
  Images:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryPolicyText:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: "111122223333"
            Action: ecr:BatchGetImage
            Resource: "*"`,
      good: `Resources:
  Images:
    Type: AWS::ECR::Repository
    Properties:
      RepositoryPolicyText:
        Version: "2012-10-17"
        Statement:
          - Effect: Allow
            Principal:
              AWS: "111122223333"
            Action: ecr:BatchGetImage`,
    },
  ],

  when: ({ resourceType, statement }) =>
    resourceType === 'AWS::ECR::Repository' && statement.resources.length > 0,

  *check({ statement, writer }) {
    for (const { property, name } of statement.resources) {
      if (!isCertain(property)) continue;
      yield {
        span: property.key.span,
        message: `Amazon ECR refuses a repository policy with a ${name}: it is about the repository that it belongs to. Remove the element.`,
        fixes: () => [
          {
            title: `Remove ${name}`,
            edits: [writer.removeProperty(statement.node, property)],
            access: 'unknown',
          },
        ],
      };
    }
  },
});
