// The languages that the extension works on, by the names that VS Code and its extensions have for them. A test
// compares them with what the server reads and with what package.json says.

/** Documents that hold policies, or configurations that do. They wake the extension. */
export const documentLanguages = [
  'json',
  'jsonc',
  'yaml',
  'helm',
  'cloudformation',
  'cloudformation-yaml',
  'yaml-cfn',
  'terraform',
  'terraform-vars',
  'opentofu',
  'hcl',
  'terraform-template',
] as const;

/** Programs, in which only the statements of the AWS CDK matter: served where there is an app of it, and asleep else. */
export const sourceLanguages = [
  'typescript',
  'typescriptreact',
  'javascript',
  'javascriptreact',
  'python',
] as const;

/** The file that an app of the CDK has in its folder, and how many folders deep it is looked for in a workspace. */
export const appFile = 'cdk.json';
export const appDepth = 2;
