import rule from '../../../server/src/rules/lambda/function-url-without-invoke';
import { ruleSpec } from '../../support/ruleSpec';

const url = `"Type": "AWS::Lambda::Permission", "Properties": { "FunctionName": "f", "Principal": "*", "Action":`;

ruleSpec(rule, {
  clean: {
    both: `{ "Resources": {
  "Url": { ${url} "lambda:InvokeFunctionUrl" } },
  "Invoke": { ${url} "lambda:InvokeFunction", "InvokedViaFunctionUrl": true } }
} }`,
    'an action known only later': `{ "Resources": {
  "Url": { ${url} "lambda:InvokeFunctionUrl" } },
  "Other": { ${url} { "Ref": "Action" } } }
} }`,
    'the function alone': `{ "Resources": { "Invoke": { ${url} "lambda:InvokeFunction" } } } }`,
  },
  flagged: {
    'the URL alone': {
      text: `{ "Resources": { "Url": { ${url}
  "lambda:InvokeFunctionUrl"
# ^^^^^^^^^^^^^^^^^^^^^^^^^^ function-url-without-invoke
} } } }`,
      messages: [
        'Callers of a new function URL need lambda:InvokeFunction as well, and no permission of this template gives it. Add one with InvokedViaFunctionUrl.',
      ],
    },
  },
});
