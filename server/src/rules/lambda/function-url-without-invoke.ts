// A permission for the URL of a function without the one for the function itself, which new URLs need too. Only of
// CloudFormation, whose templates are whole.
import type { Declared } from '../../discovery/site';
import { property } from '../../syntax/node';
import { principalOf } from '../permission';
import { defineRule } from '../rule';

export default defineRule({
  id: 'function-url-without-invoke',
  group: 'lambda',
  category: 'warning',
  on: 'document',
  summary: 'A permission allows lambda:InvokeFunctionUrl, and none allows lambda:InvokeFunction.',
  why: 'Since October 2025 callers of a new function URL need both lambda:InvokeFunctionUrl and lambda:InvokeFunction. With the first alone they get 403.',
  source: 'https://docs.aws.amazon.com/lambda/latest/dg/urls-auth.html',
  examples: [
    {
      bad: `{
  "Resources": {
    "Url": {
      "Type": "AWS::Lambda::Permission",
      "Properties": {
        "Action": "lambda:InvokeFunctionUrl",
        "FunctionName": "report",
        "Principal": "111122223333",
        "FunctionUrlAuthType": "AWS_IAM"
      }
    }
  }
}`,
      good: `{
  "Resources": {
    "Url": {
      "Type": "AWS::Lambda::Permission",
      "Properties": {
        "Action": "lambda:InvokeFunctionUrl",
        "FunctionName": "report",
        "Principal": "111122223333",
        "FunctionUrlAuthType": "AWS_IAM"
      }
    },
    "Invoke": {
      "Type": "AWS::Lambda::Permission",
      "Properties": {
        "Action": "lambda:InvokeFunction",
        "FunctionName": "report",
        "Principal": "111122223333",
        "InvokedViaFunctionUrl": true
      }
    }
  }
}`,
    },
  ],

  when: ({ declared }) => declared.length > 0,

  *check({ declared }) {
    const permissions = declared.filter(
      (each) => principalOf(each) && property(each.properties, 'FunctionName'),
    );
    if (permissions.some((each) => mayInvoke(each))) return;
    for (const permission of permissions) {
      const action = permission.field('Action')?.value;
      if (action?.kind !== 'string' || !/^lambda:InvokeFunctionUrl$/i.test(action.value)) continue;
      yield {
        span: action.span,
        message:
          'Callers of a new function URL need lambda:InvokeFunction as well, and no permission of this template gives it. Add one with InvokedViaFunctionUrl.',
      };
    }
  },
});

/** For whichever function: whoever knows of the action has not forgotten it. */
function mayInvoke({ field }: Declared): boolean {
  const action = field('Action')?.value;
  return action?.kind !== 'string' || /^(?:lambda:(?:InvokeFunction|\*)|\*)$/i.test(action.value);
}
