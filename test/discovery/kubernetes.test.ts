// Policies in Kubernetes manifests: ACK's, Crossplane's, and what Helm makes manifests of.
import { describe, expect, it } from 'vitest';
import { analyze } from '../../server/src/analysis';
import { ruleFiles } from '../support/allRules';
import { askOf, testService } from '../support/ask';
import { draw, fixture } from '../support/fixture';
import { analysisOf, runRules } from '../support/ruleSpec';

const rules = (await ruleFiles()).map(({ rule }) => rule);

/** `type → attached to (storage): Action of each statement`, and the entities. */
function found(text: string, languageId = 'yaml'): readonly string[] {
  const { policies, entities, problems } = analyze({ uri: 'file:///m.yaml', languageId, version: 0, text });
  expect(problems).toEqual([]);
  const sites = policies.map(({ site, policy }) => {
    const owners = site.attachedTo.map(
      ({ kind, name, resourceType }) => `${kind} ${resourceType ?? name ?? '?'}`,
    );
    const actions = policy.statements.flatMap(
      ({ actions: [element] }) => element?.patterns.map(({ value }) => value) ?? [],
    );
    return `${site.type} → ${owners.join(', ') || 'nobody'} (${site.storage}): ${actions.join(' ')}`;
  });
  return [
    ...sites,
    ...entities.map(({ kind, name, managedPolicies }) => `${kind} ${name} +${managedPolicies.length}`),
  ];
}

/** All findings of all rules, drawn; the drawing says where each belongs. */
function check(drawing: string): void {
  const { text, marks } = fixture(drawing);
  const findings = runRules(rules, analysisOf({ language: 'yaml', file: 'm.yaml' }, text));
  const drawn = findings.map(({ span, rule }) => ({ span, label: rule }));
  expect(draw(text, drawn)).toBe(draw(text, marks));
}

describe('of ACK', () => {
  it('roles, with their inline policies', () => {
    const text = `apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata:
  name: app
spec:
  name: app-role
  assumeRolePolicyDocument: |
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Principal": { "Service": "pods.eks.amazonaws.com" },
        "Action": ["sts:AssumeRole", "sts:TagSession"]
      }]
    }
  inlinePolicies:
    read: '{ "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*" }] }'
    write: >-
      { "Statement": [{ "Effect": "Allow", "Action": "s3:PutObject", "Resource": "*" }] }
  policies:
    - arn:aws:iam::aws:policy/ReadOnlyAccess
`;
    expect(found(text)).toEqual([
      'trust → role app-role (inline): sts:AssumeRole sts:TagSession',
      'identity → role app-role (inline): s3:GetObject',
      'identity → role app-role (inline): s3:PutObject',
      'role app-role +1',
    ]);
  });

  it('several documents, and the items of a list', () => {
    const policy = '{ "Statement": [{ "Effect": "Allow", "Action": "kms:*", "Resource": "*" }] }';
    const text = `apiVersion: v1
kind: ConfigMap
data:
  policyDocument: '${policy}'
---
apiVersion: v1
kind: List
items:
  - apiVersion: kms.services.k8s.aws/v1alpha1
    kind: Key
    metadata: { name: main }
    spec: { policy: '${policy}' }
  - apiVersion: iam.services.k8s.aws/v1alpha1
    kind: Policy
    metadata: { name: keys }
    spec: { policyDocument: '${policy}' }
---
apiVersion: ec2.services.k8s.aws/v1alpha1
kind: VPCEndpoint
metadata: { name: s3 }
spec: { policyDocument: '${policy}' }
`;
    expect(found(text)).toEqual([
      'resource → resource AWS::KMS::Key (inline): kms:*',
      'identity → nobody (managed): kms:*',
      'endpoint → nobody (inline): kms:*',
    ]);
  });

  it('users', () => {
    check(`apiVersion: iam.services.k8s.aws/v1alpha1
kind: User
metadata: { name: anna }
spec:
  name: anna
  inlinePolicies:
    reports: |
#   ^^^^^^^ user-inline-policy
      {
        "Version": "2012-10-17",
        "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "arn:aws:s3:::reports/*" }]
      }
  policies:
    - arn:aws:iam::aws:policy/ReadOnlyAccess
    # ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ user-attached-policy
  policyRefs:
    - from: { name: own-policy }
    #               ^^^^^^^^^^ user-attached-policy`);
  });

  it('in JSON too', () => {
    const policy = JSON.stringify({ Statement: [{ Effect: 'Deny', Action: 'sqs:*', Resource: '*' }] });
    const manifest = {
      apiVersion: 'sqs.services.k8s.aws/v1alpha1',
      kind: 'Queue',
      metadata: { name: 'jobs' },
      spec: { queueName: 'jobs', policy },
    };
    expect(found(JSON.stringify(manifest), 'json')).toEqual([
      'resource → resource AWS::SQS::Queue (inline): sqs:*',
    ]);
  });
});

describe('of Crossplane', () => {
  it('roles and what is attached to users', () => {
    const text = `apiVersion: iam.aws.upbound.io/v1beta1
kind: Role
metadata:
  name: app
  annotations:
    crossplane.io/external-name: app-role
spec:
  forProvider:
    assumeRolePolicy: |
      { "Statement": [{ "Effect": "Allow", "Principal": { "Service": "eks.amazonaws.com" }, "Action": "sts:AssumeRole" }] }
    inlinePolicy:
      - name: read
        policy: |
          { "Statement": [{ "Effect": "Allow", "Action": "ec2:Describe*", "Resource": "*" }] }
---
apiVersion: iam.aws.m.upbound.io/v1beta1
kind: RolePolicy
metadata: { name: more }
spec:
  forProvider:
    roleRef: { name: app }
    policy: '{ "Statement": [{ "Effect": "Allow", "Action": "ec2:RunInstances", "Resource": "*" }] }'
---
apiVersion: iam.aws.m.upbound.io/v1beta1
kind: AccessKey
metadata: { name: key }
spec:
  forProvider:
    userSelector: { matchLabels: { team: a } }
---
apiVersion: iam.aws.upbound.io/v1beta1
kind: UserPolicyAttachment
metadata: { name: anna-reads }
spec:
  forProvider:
    policyArnRef: { name: reader }
    userRef: { name: anna }
`;
    expect(found(text)).toEqual([
      'trust → role app-role (inline): sts:AssumeRole',
      'identity → role app-role (inline): ec2:Describe*',
      'identity → role app (inline): ec2:RunInstances',
      'role app-role +0',
      'access-key key +0',
      'user anna +1',
    ]);
  });

  it('the community’s provider: documents as maps, raw policies, and no words of its own', () => {
    const text = `apiVersion: iam.aws.crossplane.io/v1beta1
kind: RolePolicy
metadata: { name: p }
spec:
  forProvider:
    roleName: app
    document:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          Action: s3:GetObject
          Resource: "*"
---
apiVersion: s3.aws.crossplane.io/v1alpha3
kind: BucketPolicy
metadata: { name: b }
spec:
  forProvider:
    rawPolicy: '{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] }'
---
apiVersion: s3.aws.crossplane.io/v1alpha3
kind: BucketPolicy
metadata: { name: own }
spec:
  forProvider:
    policy:
      version: '2012-10-17'
      statements:
        - action: ["s3:ListBucket"]
          effect: Allow
          principal: { awsPrincipals: [{ iamUserArn: a }] }
`;
    expect(found(text)).toEqual([
      'identity → role app (inline): s3:GetObject',
      'resource → resource AWS::S3::Bucket (inline): s3:*',
    ]);
  });

  it('the bases of a Composition', () => {
    const text = `apiVersion: apiextensions.crossplane.io/v1
kind: Composition
metadata: { name: bucket }
spec:
  mode: Pipeline
  pipeline:
    - step: patch
      functionRef: { name: function-patch-and-transform }
      input:
        apiVersion: pt.fn.crossplane.io/v1beta1
        kind: Resources
        resources:
          - name: policy
            base:
              apiVersion: s3.aws.upbound.io/v1beta1
              kind: BucketPolicy
              spec:
                forProvider:
                  policy: '{ "Statement": [{ "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "*" }] }'
            patches:
              - { type: FromCompositeFieldPath, fromFieldPath: metadata.name, toFieldPath: spec.forProvider.bucket }
`;
    expect(found(text)).toEqual(['resource → resource AWS::S3::Bucket (inline): s3:*']);
    expect(found(text.replace('forProvider.bucket }', 'forProvider.policy }'))).toEqual([]);
  });

  it('the templates of a kro graph', () => {
    const text = `apiVersion: kro.run/v1alpha1
kind: ResourceGraphDefinition
metadata: { name: access }
spec:
  resources:
    - id: policy
      template:
        apiVersion: iam.services.k8s.aws/v1alpha1
        kind: Policy
        metadata:
          name: \${schema.spec.name}
        spec:
          name: \${schema.spec.name}
          policyDocument: |
            { "Statement": [{ "Effect": "Allow", "Action": "s3:GetObject", "Resource": "\${bucket.arn}/*" }] }
`;
    expect(found(text)).toEqual(['identity → nobody (managed): s3:GetObject']);
  });
});

it('finds a mistake at its place in a block', () => {
  check(`apiVersion: iam.services.k8s.aws/v1alpha1
kind: Policy
metadata: { name: p }
spec:
  name: p
  policyDocument: |
    {
      "Version": "2012-10-17",
      "Statement": [
        { "Effect": "Allow", "Action": "s3:GetObjekt", "Resource": "arn:aws:s3:::reports/*" }
        #                              ^^^^^^^^^^^^^^ invalid-action
      ]
    }`);
});

describe('with templates', () => {
  it('says nothing of what is filled in, and finds what is beside it', () => {
    check(`{{- if .Values.enabled }}
apiVersion: iam.services.k8s.aws/v1alpha1
kind: Role
metadata:
  name: {{ include "app.fullname" . }}
  labels:
    {{- include "app.labels" . | nindent 4 }}
spec:
  name: {{ .Values.role | quote }}
  assumeRolePolicyDocument: |
    {
      "Version": "2012-10-17",
      "Statement": [
        {
          "Effect": "Allow",
          "Principal": { "Federated": "arn:{{ .Values.partition | default "aws" }}:iam::{{ .Values.account }}:oidc-provider/{{ .Values.oidc }}" },
          "Action": "sts:AssumeRoleWithWebIdentity",
          "Condition": { "StringEquals": { "{{ .Values.oidc }}:sub": "system:serviceaccount:{{ .Release.Namespace }}:app" } }
        }
      ]
    }
  inlinePolicies:
    one: |
      {
        "Version": "2012-10-17",
        "Statement": [
          {{- range .Values.statements }}
          {{ toJson . }},
          {{- end }}
          {
            "Effect": {{ .Values.effect | quote }},
            "Action": ["s3:GetObjekt", "{{ .Values.service }}:Get*", "s3:Get{{ .Values.what }}"],
            #          ^^^^^^^^^^^^^^ invalid-action
{{- if .Values.bucket }}
            "Resource": "arn:aws:s3:::{{ .Values.bucket }}/*"
            {{- else }}
            "Resource": {{ .Values.resources | toJson }}
            {{- end }}
          }
        ]
      }
    two: |
      {
        {{- include "app.version" . | nindent 8 }}
        "Statement": [{ {{ include "app.statement" . }} }]
      }
    three: {{ .Values.policy | toJson }}
    four: |
      {{- include "app.policy" . | nindent 6 }}
{{- end }}`);
  });

  it('leaves open what lines of templates put into maps', () => {
    check(`apiVersion: iam.aws.crossplane.io/v1beta1
kind: RolePolicy
metadata: { name: p }
spec:
  forProvider:
    roleName: app
    document:
      Version: "2012-10-17"
      Statement:
        - Effect: Allow
          {{- include "app.actions" . | nindent 10 }}
          Resource: "*"
        {{- if .Values.read }}
        - Effect: Allow
          Action: s3:GetObjekt
          #       ^^^^^^^^^^^^ invalid-action
          {{- if .Values.bucket }}
          Resource: "arn:aws:s3:::b/*"
          {{- else }}
          Resource: "*"
          {{- end }}
        {{- end }}
        - Action: s3:ListBucket
        # ^^^^^^ missing-effect
          Resource: "*"`);
  });

  it('judges a statement anew when the template at its end goes', () => {
    const service = testService(rules);
    const text = `apiVersion: iam.aws.crossplane.io/v1beta1
kind: RolePolicy
spec:
  forProvider:
    document:
      Version: "2012-10-17"
      Statement:
        - Action: s3:GetObject
          Resource: "*"
          {{ include "effect" . }}
`;
    const said = (each: string) =>
      service.diagnostics(askOf(each, { language: 'yaml' })).map(({ code }) => code);
    const without = text.replace(/ *\{\{.*\n/, '');
    expect([text, without, text].map(said)).toEqual([[], ['missing-effect'], []]);
  });

  it('knows the names that others fill in from IAM’s variables', () => {
    check(`apiVersion: iam.services.k8s.aws/v1alpha1
kind: Policy
metadata: { name: p }
spec:
  policyDocument: |
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "Allow",
        "Action": ["s3:\${VERB}Object", "\${SERVICE:-s3}:Get", "s3:Nothing\${schema.spec.x}"],
#                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ invalid-action
        "Resource": ["\${bucket.status.arn}/\${aws:username}", "arn:aws:s3:::\${BUCKET_NAME}/*"]
      }]
    }`);
  });
});

it('takes nothing else for a manifest', () => {
  for (const text of [
    'apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\n',
    'apiVersion: iam.services.k8s.aws/v1alpha1\nkind: [Role]\nspec: { policyDocument: "{" }\n',
    'apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\nspec: { assumeRolePolicyDocument: x }\n',
    'apiVersion: iam.example.org/v1\nkind: Policy\nspec: { policyDocument: \'{ "Statement": [] }\' }\n',
  ]) {
    expect(found(text).filter((each) => each.includes('→'))).toEqual([]);
  }
});
