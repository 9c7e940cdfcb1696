// What discovery yields: the places that hold a policy, and the IAM entities that a document describes.
import type { SourceDocument } from '../base/sourceDocument';
import type { Span } from '../base/span';
import type { PolicyType } from '../policy/types';
import type { Node, ObjectNode, PropertyNode, StringNode, Tree } from '../syntax/node';

/** What holds a policy. */
export type Carrier =
  | 'document'
  | 'aws-cli'
  | 'account-authorization-details'
  | 'cloudformation'
  | 'sam'
  | 'serverless'
  | 'terraform'
  | 'kubernetes'
  | 'cdk';

/** Carriers whose policies go to AWS as they stand; other texts are read and written anew by a program in between. */
export const sentAsWritten: ReadonlySet<Carrier> = new Set(['document', 'aws-cli']);

/** Carriers in which AWS documents policies without a Version: the tool writes the policy around the statements. */
export const needNoVersion: ReadonlySet<Carrier> = new Set(['sam', 'serverless']);

/** A place that holds a policy, with what its surroundings tell about it. */
export interface PolicySite {
  /** The policy document itself. */
  readonly node: ObjectNode;
  /** The tree that `node` belongs to: of the document, or of a string inside it. */
  readonly tree: Tree;
  readonly carrier: Carrier;
  readonly type: PolicyType;
  readonly because: Reason;
  /** The policy's own name, where the carrier gives it one. */
  readonly name?: string;
  readonly attachedTo: readonly Attachment[];
  /** Whether the policy lives in the entity it is attached to, or by itself; `undefined`: not told. */
  readonly storage?: 'inline' | 'managed';
  /** Whether a condition decides if it is there at all, so that it and another one may never come together. */
  readonly isOptional?: boolean;
  /** Whether a macro of somebody's own may put other texts in place of those that stand here. */
  readonly isRewritten?: boolean;
  /**
   * Whether only a part of the policy stands here, and a program puts the rest to it: only rules that speak of what is
   * there look at it, and it is no policy that could be counted or measured.
   */
  readonly isFragment?: boolean;
}

/** Why a policy is taken to be of its type. */
export interface Reason {
  /** One plain sentence. */
  readonly sentence: string;
  /** The text that says so. */
  readonly span: Span;
}

export interface Attachment {
  readonly kind: 'user' | 'group' | 'role' | 'resource';
  readonly name?: string;
  /** `AWS::S3::Bucket`, for `resource`. */
  readonly resourceType?: string;
  /** Where the template begins that the name is one of, if that stands in a text; in another one it is another's. */
  readonly within?: number;
  /** The text that says so. */
  readonly span: Span;
}

/** A user, role, group or key that a document describes, beside the policies it holds. */
export interface Entity {
  readonly kind: 'user' | 'group' | 'role' | 'access-key';
  readonly carrier: Carrier;
  readonly name?: string;
  /** As of an attachment. */
  readonly within?: number;
  /** The entity's name or logical id. */
  readonly span: Span;
  /** What declares the entity, to be edited. */
  readonly node: Node;
  readonly managedPolicies: readonly ManagedPolicyReference[];
  /** Of a role: how long a session may last, in seconds; `undefined`: not told. */
  readonly maxSession?: number;
}

/** A managed policy attached to an entity. */
export interface ManagedPolicyReference {
  /** ARN or name; `undefined` where it is known only later. */
  readonly policy: string | undefined;
  readonly span: Span;
}

/** A resource of a template or configuration, as it is written. */
export interface DeclaredResource {
  /** `AWS::IAM::Role`, `aws_iam_role` */
  readonly type: string;
  /** The logical id, or the name in the configuration. */
  readonly name: StringNode;
  readonly properties: ObjectNode | undefined;
  /** A property by the name that CloudFormation has for it: `SourceArn` is also Terraform's `source_arn`. */
  field(name: string): PropertyNode | undefined;
}

/** A resource that decides on access without being a policy. */
export interface Declared extends DeclaredResource {
  /** `attachment`: puts one managed policy on a user or a role. `permission`: lets somebody invoke a function. */
  readonly kind: 'user' | 'login-profile' | 'role' | 'function' | 'attachment' | 'key' | 'permission';
}

export interface Discovered {
  readonly sites: readonly PolicySite[];
  readonly entities: readonly Entity[];
}

/** Finds policies in one kind of carrier. */
export interface Finder {
  readonly carrier: Carrier;
  /** `undefined`: this document is not of this carrier; the next finder is asked. */
  find(tree: Tree, hints: Hints, around: Surroundings): Discovered | undefined;
}

/** Where a document lies. */
export interface Surroundings {
  readonly uri: string;
  /** The trees of its neighbours; parsed when somebody asks. */
  readonly neighbours: () => readonly Tree[];
}

/** What is known of a document from outside of its text. */
export interface Hints {
  /** The type of a bare document, as somebody chose it. */
  readonly type?: TypeHint;
  /** The files beside it that say more of it: of a Terraform configuration, the other files of its module. */
  readonly neighbours?: readonly SourceDocument[];
}

export interface TypeHint {
  readonly type: PolicyType;
  /** Who said so, as one plain sentence. */
  readonly sentence: string;
  /** Said of this very document, which is then a policy even where its text does not look like one yet. */
  readonly certain?: boolean;
}
