// The ways that lead through what is there already: code put into a resource acts with the role that the resource has.
// They help only where such a resource exists and its role may do more.
import { type EscalationPath, pathPage } from './path';

export const targetPaths: readonly EscalationPath[] = [
  path('lambda-003', ['lambda:UpdateFunctionCode'], 'change the code of every Lambda function', 'functions'),
  path(
    'lambda-004',
    ['lambda:UpdateFunctionCode', 'lambda:InvokeFunction'],
    'change the code of every Lambda function, and run it',
    'functions',
  ),
  path(
    'lambda-005',
    ['lambda:UpdateFunctionCode', 'lambda:AddPermission'],
    'change the code of every Lambda function, and let anybody run it',
    'functions',
  ),
  path(
    'lambda-update-configuration',
    ['lambda:UpdateFunctionConfiguration'],
    'put a layer with other code into every Lambda function',
    'functions',
    'https://docs.aws.amazon.com/lambda/latest/api/API_UpdateFunctionConfiguration.html',
  ),
  path(
    'ssm-start-session',
    ['ssm:StartSession'],
    'open a shell on every managed instance',
    'instances',
    'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_StartSession.html',
  ),
  {
    ...path(
      'ssm-send-command',
      ['ssm:SendCommand'],
      'run commands on every managed instance',
      'instances',
      'https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_SendCommand.html',
    ),
    // AWS names the documents so that run what they are given.
    through: { service: 'ssm', resource: 'document/AWS-Run*' },
  },
  path(
    'ec2-002',
    ['ec2:ModifyInstanceAttribute', 'ec2:StopInstances', 'ec2:StartInstances'],
    'put commands into the user data of every instance, and start it anew',
    'instances',
  ),
  path(
    'ec2-004',
    ['ec2:CreateLaunchTemplateVersion', 'ec2:ModifyLaunchTemplate'],
    'put commands into every launch template',
    'launch templates',
  ),
  path(
    'ec2instanceconnect-003',
    ['ec2-instance-connect:SendSSHPublicKey', 'ec2:DescribeInstances'],
    'log in to every instance with a key of one’s own',
    'instances',
  ),
  path('cloudformation-002', ['cloudformation:UpdateStack'], 'change every stack that has a role', 'stacks'),
  path(
    'cloudformation-005',
    ['cloudformation:CreateChangeSet', 'cloudformation:ExecuteChangeSet'],
    'change every stack that has a role, by a change set',
    'stacks',
  ),
  path('codebuild-002', ['codebuild:StartBuild'], 'build every project with other commands', 'projects'),
  path('codebuild-003', ['codebuild:StartBuildBatch'], 'build every project with other commands', 'projects'),
  path(
    'codedeploy-001',
    [
      'codedeploy:CreateDeployment',
      'codedeploy:RegisterApplicationRevision',
      'codedeploy:GetDeploymentConfig',
    ],
    'deploy code of one’s own to the instances of every deployment group',
    'deployment groups',
  ),
  path(
    'ecs-006',
    ['ecs:ExecuteCommand', 'ecs:DescribeTasks'],
    'run commands in every container',
    'clusters and tasks',
  ),
  path('glue-002', ['glue:UpdateDevEndpoint'], 'log in to every development endpoint', 'endpoints'),
  path(
    'sagemaker-004',
    ['sagemaker:CreatePresignedNotebookInstanceUrl'],
    'open every notebook instance',
    'notebook instances',
  ),
  path(
    'sagemaker-005',
    [
      'sagemaker:UpdateNotebookInstance',
      'sagemaker:CreateNotebookInstanceLifecycleConfig',
      'sagemaker:StopNotebookInstance',
      'sagemaker:StartNotebookInstance',
    ],
    'let every notebook instance run commands when it starts',
    'notebook instances',
  ),
  path('apprunner-002', ['apprunner:UpdateService'], 'change what every App Runner service runs', 'services'),
  path(
    'bedrock-002',
    ['bedrock-agentcore:StartCodeInterpreterSession', 'bedrock-agentcore:InvokeCodeInterpreter'],
    'run code in every code interpreter',
    'code interpreters',
  ),
  path(
    'bedrock-004',
    ['bedrock-agentcore:InvokeAgentRuntimeCommand'],
    'run commands in every agent runtime',
    'runtimes',
  ),
  path(
    'bedrock-007',
    ['bedrock-agentcore:StartBrowserSession', 'bedrock-agentcore:ConnectBrowserAutomationStream'],
    'steer every browser of AgentCore',
    'browsers',
  ),
];

function path(
  id: string,
  needs: EscalationPath['needs'],
  does: string,
  targets: string,
  source = pathPage(id),
): EscalationPath {
  return {
    id,
    kind: 'target',
    needs,
    passedTo: [],
    does,
    remedy: `Name the ${targets} in Resource.`,
    source,
  };
}
