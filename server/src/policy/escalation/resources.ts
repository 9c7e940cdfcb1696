// On what the actions of the paths act: the kind of resource that tells whose permissions one gets at.
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html

import type { ResourceKind } from '../resourceReach';

/** `lambda function:*` is each `arn:…:lambda:…:…:function:*`; no kind: the action knows no resources but `*`. */
const kinds: readonly (readonly [service: string, kind: string | undefined, actions: string])[] = [
  ['apprunner', 'apprunner service/*/*', 'CreateService UpdateService'],
  [
    'autoscaling',
    'autoscaling autoScalingGroup:*:autoScalingGroupName/*',
    'CreateAutoScalingGroup UpdateAutoScalingGroup',
  ],
  ['autoscaling', 'autoscaling launchConfiguration:*:launchConfigurationName/*', 'CreateLaunchConfiguration'],
  ['batch', 'batch compute-environment/*', 'CreateComputeEnvironment'],
  ['batch', 'batch job-queue/*', 'CreateJobQueue SubmitJob'],
  ['batch', 'batch job-definition/*', 'RegisterJobDefinition'],
  [
    'bedrock-agentcore',
    undefined,
    'ConnectBrowserAutomationStream CreateAgentRuntime CreateBrowser CreateCodeInterpreter CreateHarness',
  ],
  [
    'bedrock-agentcore',
    'bedrock-agentcore runtime/*',
    'CreateAgentRuntimeEndpoint GetAgentRuntime InvokeAgentRuntimeCommand',
  ],
  ['bedrock-agentcore', 'bedrock-agentcore workload-identity-directory/*', 'CreateWorkloadIdentity'],
  ['bedrock-agentcore', 'bedrock-agentcore harness/*', 'GetHarness'],
  [
    'bedrock-agentcore',
    'bedrock-agentcore code-interpreter-custom/*',
    'InvokeCodeInterpreter StartCodeInterpreterSession',
  ],
  ['bedrock-agentcore', 'bedrock-agentcore browser-custom/*', 'StartBrowserSession'],
  ['braket', 'braket job/*', 'CreateJob'],
  ['cloudformation', 'cloudformation stack/*/*', 'CreateChangeSet CreateStack ExecuteChangeSet UpdateStack'],
  ['cloudformation', 'cloudformation stackset/*:*', 'CreateStackInstances UpdateStackSet'],
  ['cloudformation', undefined, 'CreateStackSet'],
  ['codebuild', 'codebuild project/*', 'CreateProject StartBuild StartBuildBatch'],
  ['codedeploy', 'codedeploy deploymentgroup:*/*', 'CreateDeployment'],
  ['codedeploy', 'codedeploy deploymentconfig:*', 'GetDeploymentConfig'],
  ['codedeploy', 'codedeploy application:*', 'RegisterApplicationRevision'],
  ['codestar', undefined, 'CreateProject'],
  ['cognito-identity', undefined, 'SetIdentityPoolRoles'],
  ['datapipeline', 'datapipeline pipeline/*', 'ActivatePipeline PutPipelineDefinition'],
  ['datapipeline', undefined, 'CreatePipeline'],
  ['ec2-instance-connect', 'ec2 instance/*', 'SendSSHPublicKey'],
  ['ec2', 'ec2 launch-template/*', 'CreateLaunchTemplateVersion ModifyLaunchTemplate'],
  ['ec2', undefined, 'DescribeInstances'],
  ['ec2', 'ec2 instance/*', 'ModifyInstanceAttribute RunInstances StartInstances StopInstances'],
  ['ec2', 'ec2 spot-instances-request/*', 'RequestSpotInstances'],
  ['ecs', 'ecs cluster/*', 'CreateCluster DeregisterContainerInstance RegisterContainerInstance'],
  ['ecs', 'ecs service/*/*', 'CreateService'],
  ['ecs', 'ecs task/*/*', 'DescribeTasks ExecuteCommand'],
  ['ecs', 'ecs task-definition/*:*', 'RegisterTaskDefinition RunTask StartTask'],
  ['elasticmapreduce', undefined, 'RunJobFlow'],
  ['emr-serverless', undefined, 'CreateApplication'],
  ['emr-serverless', 'emr-serverless /applications/*', 'StartJobRun'],
  ['gamelift', undefined, 'CreateBuild CreateFleet'],
  ['gamelift', 'gamelift build/*', 'RequestUploadCredentials'],
  ['glue', undefined, 'CreateDevEndpoint'],
  ['glue', 'glue job/*', 'CreateJob StartJobRun UpdateJob'],
  ['glue', 'glue session/*', 'CreateSession RunStatement'],
  ['glue', 'glue trigger/*', 'CreateTrigger'],
  ['glue', 'glue devEndpoint/*', 'UpdateDevEndpoint'],
  ['iam', 'iam group/*', 'AddUserToGroup AttachGroupPolicy PutGroupPolicy'],
  [
    'iam',
    'iam role/*',
    'AttachRolePolicy DeleteRolePermissionsBoundary PassRole PutRolePermissionsBoundary PutRolePolicy ' +
      'UpdateAssumeRolePolicy',
  ],
  [
    'iam',
    'iam user/*',
    'AttachUserPolicy CreateAccessKey CreateLoginProfile DeleteAccessKey DeleteUserPermissionsBoundary ' +
      'PutUserPermissionsBoundary PutUserPolicy UpdateLoginProfile',
  ],
  ['iam', 'iam policy/*', 'CreatePolicyVersion SetDefaultPolicyVersion'],
  ['imagebuilder', 'imagebuilder component/*/*/*', 'CreateComponent'],
  ['imagebuilder', 'imagebuilder image/*/*/*', 'CreateImage'],
  ['imagebuilder', 'imagebuilder image-recipe/*/*', 'CreateImageRecipe'],
  ['imagebuilder', 'imagebuilder infrastructure-configuration/*', 'CreateInfrastructureConfiguration'],
  ['kinesisanalytics', undefined, 'CreateApplication'],
  ['kinesisanalytics', 'kinesisanalytics application/*', 'StartApplication'],
  [
    'lambda',
    'lambda function:*',
    'AddPermission CreateFunction CreateFunctionUrlConfig InvokeFunction UpdateFunctionCode ' +
      'UpdateFunctionConfiguration',
  ],
  ['lambda', undefined, 'CreateEventSourceMapping'],
  ['omics', undefined, 'CreateWorkflow'],
  ['omics', 'omics run/*', 'StartRun'],
  [
    'sagemaker',
    'sagemaker notebook-instance/*',
    'CreateNotebookInstance CreatePresignedNotebookInstanceUrl StartNotebookInstance StopNotebookInstance ' +
      'UpdateNotebookInstance',
  ],
  ['sagemaker', 'sagemaker notebook-instance-lifecycle-config/*', 'CreateNotebookInstanceLifecycleConfig'],
  ['sagemaker', 'sagemaker processing-job/*', 'CreateProcessingJob'],
  ['sagemaker', 'sagemaker training-job/*', 'CreateTrainingJob'],
  ['ssm', 'ssm document/*', 'CreateDocument'],
  ['ssm', 'ssm automation-execution/*', 'StartAutomationExecution'],
  ['ssm', 'ec2 instance/*', 'SendCommand StartSession'],
  ['sts', 'iam role/*', 'AssumeRole'],
];

/** By full action name, as AWS writes it. */
export const resourceKinds: ReadonlyMap<string, ResourceKind | undefined> = new Map(
  kinds.flatMap(([service, kind, actions]) => {
    const [arnService = '', resource = ''] = kind?.split(' ') ?? [];
    const known = kind === undefined ? undefined : { service: arnService, resource };
    return actions.split(' ').map((name) => [`${service}:${name}`, known] as const);
  }),
);
