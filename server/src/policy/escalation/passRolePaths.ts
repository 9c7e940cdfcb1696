// The ways that lead through iam:PassRole: a resource of one's own making gets a role, and acts with its permissions.
// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html
import { type EscalationPath, pathPage } from './path';

const EC2 = ['ec2.amazonaws.com'];
const LAMBDA = ['lambda.amazonaws.com'];
const GLUE = ['glue.amazonaws.com'];
const CLOUDFORMATION = ['cloudformation.amazonaws.com'];
const CODEBUILD = ['codebuild.amazonaws.com'];
const TASKS = ['ecs-tasks.amazonaws.com'];
const SAGEMAKER = ['sagemaker.amazonaws.com'];
const AGENTCORE = ['bedrock-agentcore.amazonaws.com'];

export const passRolePaths: readonly EscalationPath[] = [
  path(
    'lambda-001',
    LAMBDA,
    ['lambda:CreateFunction', 'lambda:InvokeFunction'],
    'create and run a Lambda function',
  ),
  path(
    'lambda-002',
    LAMBDA,
    ['lambda:CreateFunction', 'lambda:CreateEventSourceMapping'],
    'create a Lambda function, and let events start it',
  ),
  path(
    'lambda-006',
    LAMBDA,
    ['lambda:CreateFunction', 'lambda:AddPermission'],
    'create a Lambda function, and let anybody run it',
  ),
  path(
    'lambda-url',
    LAMBDA,
    ['lambda:CreateFunction', 'lambda:CreateFunctionUrlConfig'],
    'create a Lambda function with a URL of its own',
    'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html',
  ),
  path('ec2-001', EC2, ['ec2:RunInstances'], 'start an EC2 instance'),
  path('ec2-003', EC2, ['ec2:RequestSpotInstances'], 'start a Spot Instance'),
  path(
    'autoscaling-create',
    EC2,
    ['autoscaling:CreateAutoScalingGroup', 'autoscaling:CreateLaunchConfiguration'],
    'start instances by an Auto Scaling group',
    'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateLaunchConfiguration.html',
  ),
  path(
    'autoscaling-update',
    EC2,
    ['autoscaling:UpdateAutoScalingGroup', 'autoscaling:CreateLaunchConfiguration'],
    'let an Auto Scaling group start other instances',
    'https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_UpdateAutoScalingGroup.html',
  ),
  path('cloudformation-001', CLOUDFORMATION, ['cloudformation:CreateStack'], 'create a stack'),
  path(
    'cloudformation-003',
    CLOUDFORMATION,
    ['cloudformation:CreateStackSet', 'cloudformation:CreateStackInstances'],
    'create a stack set and its stacks',
  ),
  path('cloudformation-004', CLOUDFORMATION, ['cloudformation:UpdateStackSet'], 'change a stack set'),
  path(
    'ecs-004',
    TASKS,
    ['ecs:RegisterTaskDefinition', 'ecs:RunTask'],
    'register a task definition, and run it on a cluster that is there',
  ),
  path(
    'ecs-003',
    TASKS,
    ['ecs:RegisterTaskDefinition', 'ecs:CreateService'],
    'register a task definition, and run it as a service',
  ),
  path(
    'ecs-005',
    TASKS,
    ['ecs:RegisterTaskDefinition', 'ecs:StartTask'],
    'register a task definition, and start it on a container instance',
  ),
  path(
    'ecs-001',
    TASKS,
    ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:CreateService'],
    'run a service on a cluster of one’s own',
  ),
  path(
    'ecs-002',
    TASKS,
    ['ecs:CreateCluster', 'ecs:RegisterTaskDefinition', 'ecs:RunTask'],
    'run a task on a cluster of one’s own',
  ),
  path(
    'ecs-run-task-override',
    TASKS,
    ['ecs:RunTask'],
    'run a task with another command and another role than its definition says',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_TaskOverride.html',
  ),
  path(
    'ecs-start-task-instance',
    TASKS,
    ['ecs:StartTask', 'ecs:RegisterContainerInstance', 'ecs:DeregisterContainerInstance'],
    'start a task on a machine of one’s own',
    'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_StartTask.html',
  ),
  path('glue-003', GLUE, ['glue:CreateJob', 'glue:StartJobRun'], 'create and run a Glue job'),
  path('glue-001', GLUE, ['glue:CreateDevEndpoint'], 'create a development endpoint'),
  path('glue-004', GLUE, ['glue:CreateJob', 'glue:CreateTrigger'], 'create a Glue job that a trigger starts'),
  path('glue-005', GLUE, ['glue:UpdateJob', 'glue:StartJobRun'], 'change and run a Glue job'),
  path('glue-006', GLUE, ['glue:UpdateJob', 'glue:CreateTrigger'], 'change a Glue job that a trigger starts'),
  path('glue-007', GLUE, ['glue:CreateSession', 'glue:RunStatement'], 'run statements in a Glue session'),
  path(
    'codebuild-001',
    CODEBUILD,
    ['codebuild:CreateProject', 'codebuild:StartBuild'],
    'create and build a project',
  ),
  path(
    'codebuild-004',
    CODEBUILD,
    ['codebuild:CreateProject', 'codebuild:StartBuildBatch'],
    'create a project and build it in batches',
  ),
  path(
    'codestar',
    ['codestar.amazonaws.com'],
    ['codestar:CreateProject'],
    'create a CodeStar project',
    'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscodestar.html',
  ),
  path('sagemaker-001', SAGEMAKER, ['sagemaker:CreateNotebookInstance'], 'create a notebook instance'),
  path('sagemaker-002', SAGEMAKER, ['sagemaker:CreateTrainingJob'], 'run a training job'),
  path('sagemaker-003', SAGEMAKER, ['sagemaker:CreateProcessingJob'], 'run a processing job'),
  path(
    'ssm-003',
    ['ssm.amazonaws.com'],
    ['ssm:CreateDocument', 'ssm:StartAutomationExecution'],
    'write and run an automation',
  ),
  path(
    'datapipeline-001',
    ['datapipeline.amazonaws.com'],
    ['datapipeline:CreatePipeline', 'datapipeline:PutPipelineDefinition', 'datapipeline:ActivatePipeline'],
    'create and run a data pipeline',
  ),
  path(
    'apprunner-001',
    ['tasks.apprunner.amazonaws.com'],
    ['apprunner:CreateService'],
    'run an App Runner service',
  ),
  path(
    'bedrock-001',
    AGENTCORE,
    [
      'bedrock-agentcore:CreateCodeInterpreter',
      'bedrock-agentcore:StartCodeInterpreterSession',
      'bedrock-agentcore:InvokeCodeInterpreter',
    ],
    'create a code interpreter, and run code in it',
  ),
  path(
    'bedrock-003',
    AGENTCORE,
    [
      'bedrock-agentcore:CreateAgentRuntime',
      'bedrock-agentcore:CreateAgentRuntimeEndpoint',
      'bedrock-agentcore:CreateWorkloadIdentity',
      'bedrock-agentcore:InvokeAgentRuntimeCommand',
    ],
    'create an agent runtime, and run commands in it',
  ),
  path(
    'bedrock-005',
    AGENTCORE,
    [
      'bedrock-agentcore:CreateHarness',
      'bedrock-agentcore:CreateAgentRuntime',
      'bedrock-agentcore:CreateAgentRuntimeEndpoint',
      'bedrock-agentcore:CreateWorkloadIdentity',
      'bedrock-agentcore:GetAgentRuntime',
      'bedrock-agentcore:GetHarness',
      'bedrock-agentcore:InvokeAgentRuntimeCommand',
    ],
    'create a harness, and run commands in its runtime',
  ),
  path(
    'bedrock-006',
    AGENTCORE,
    [
      'bedrock-agentcore:CreateBrowser',
      'bedrock-agentcore:StartBrowserSession',
      'bedrock-agentcore:ConnectBrowserAutomationStream',
    ],
    'create a browser, and steer it',
  ),
  path(
    'batch-001',
    TASKS,
    ['batch:RegisterJobDefinition', 'batch:SubmitJob'],
    'register and run a batch job',
  ),
  path(
    'batch-003',
    TASKS,
    [
      'batch:CreateComputeEnvironment',
      'batch:CreateJobQueue',
      'batch:RegisterJobDefinition',
      'batch:SubmitJob',
    ],
    'run a batch job in an environment of one’s own',
  ),
  path('braket-001', ['braket.amazonaws.com'], ['braket:CreateJob'], 'run a hybrid job'),
  path(
    'cognitoidentity-001',
    ['cognito-identity.amazonaws.com'],
    ['cognito-identity:SetIdentityPoolRoles'],
    'let an identity pool hand out credentials',
  ),
  path(
    'emr-001',
    ['elasticmapreduce.amazonaws.com', 'ec2.amazonaws.com'],
    ['elasticmapreduce:RunJobFlow'],
    'start an EMR cluster',
  ),
  path(
    'emrserverless-001',
    ['emr-serverless.amazonaws.com'],
    ['emr-serverless:CreateApplication', 'emr-serverless:StartJobRun'],
    'run a job of EMR Serverless',
  ),
  path(
    'gamelift-001',
    ['gamelift.amazonaws.com'],
    ['gamelift:CreateBuild', 'gamelift:CreateFleet', 'gamelift:RequestUploadCredentials'],
    'start a fleet with a build of one’s own',
  ),
  path(
    'imagebuilder-001',
    EC2,
    [
      'imagebuilder:CreateComponent',
      'imagebuilder:CreateImageRecipe',
      'imagebuilder:CreateInfrastructureConfiguration',
      'imagebuilder:CreateImage',
    ],
    'build an image with commands of one’s own',
  ),
  path(
    'kinesisanalytics-001',
    ['kinesisanalytics.amazonaws.com'],
    ['kinesisanalytics:CreateApplication', 'kinesisanalytics:StartApplication'],
    'create and run an application of Managed Service for Apache Flink',
  ),
  path(
    'omics-001',
    ['omics.amazonaws.com'],
    ['omics:CreateWorkflow', 'omics:StartRun'],
    'create and run a workflow',
  ),
];

function path(
  id: string,
  passedTo: readonly string[],
  needs: readonly string[],
  what: string,
  source = pathPage(id),
): EscalationPath {
  return {
    id,
    kind: 'pass-role',
    needs: ['iam:PassRole', ...needs],
    passedTo,
    does: `${what} with the permissions of any role that trusts ${passedTo.at(-1)}`,
    remedy: 'Name the roles in the Resource of iam:PassRole.',
    source,
  };
}
