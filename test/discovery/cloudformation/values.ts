// What is known of a value in a template, in a few words.
import { expect } from 'vitest';
import { analyze } from '../../../server/src/analysis';
import type { PatternElement } from '../../../server/src/policy/types';

/** A template whose one role may do `action` on `resource`, both as YAML; `rest` is put behind its resources. */
export function templateWith(resource: string, rest = '', action = 's3:GetObject'): string {
  return `Resources:
  Role:
    Type: AWS::IAM::Role
    Properties:
      Policies:
        - PolicyName: p
          PolicyDocument:
            Version: '2012-10-17'
            Statement:
              - Effect: Allow
                Action: ${action}
                Resource: ${resource}
${rest}`;
}

/** The texts of an element: plain ones as they are, those known in part behind a `~`, and `?` where more may come. */
export function textsOf(element: PatternElement | undefined): readonly string[] {
  if (!element) return [];
  const { patterns, templates, isPartial } = element;
  const texts = [...patterns.map(({ value }) => value), ...templates.map(({ value }) => `~${value}`)];
  return isPartial && templates.length === 0 ? [...texts, '?'] : texts;
}

/** The Resource of the first statement of a text. */
export function resourceIn(text: string, languageId = 'yaml'): PatternElement | undefined {
  const analysis = analyze({ uri: `file:///t.${languageId}`, languageId, version: 0, text });
  expect(analysis.problems).toEqual([]);
  return analysis.policies[0]?.policy.statements[0]?.resources[0];
}

/** What is known of a Resource, written as YAML. */
export function known(resource: string, rest = ''): readonly string[] {
  return textsOf(resourceIn(templateWith(resource, rest)));
}
