// The few messages of ours beside LSP. The only file of the server that the client may import.

/** What is sent with `initialize` as `initializationOptions`. */
export interface InitializationOptions {
  /** Given by a web client, whose worker has no files: the packed catalog, for `readFileRequest`. */
  readonly catalogUri?: string;
  /** Likewise its descriptions, which are read when first asked for. */
  readonly catalogTextUri?: string;
  /** The editor's command that asks for completion once more, where it has one. */
  readonly suggestCommand?: string;
  /** The editor's command that shows a range of a document, given its uri and LSP's range, where it has one. */
  readonly showRangeCommand?: string;
  /** Whether the editor, shown edits that are to be confirmed, makes only those that somebody ticks one by one. */
  readonly leavesUnticked?: boolean;
}

/**
 * Request of a server in a worker: a file of the workspace or of the extension. The worker has no files, and may
 * not fetch them either, for VS Code lets it reach nothing but the web.
 */
export const readFileRequest = 'leastwise/readFile';
export interface ReadFileParams {
  readonly uri: string;
}
/** Bytes as they are: between workers there is no JSON. `null` where there is no such file. */
export type ReadFileResult = Uint8Array | null;

/** Request of a server in a worker: the names of the files in a folder; none where there is no such folder. */
export const readFolderRequest = 'leastwise/readFolder';
export interface ReadFolderParams {
  readonly uri: string;
}
export type ReadFolderResult = readonly string[];

/** The policy types that a person may choose for a bare document; `auto` lets Leastwise decide. */
export const policyTypeChoices = [
  'auto',
  'identity',
  'trust',
  'resource',
  'scp',
  'rcp',
  'endpoint',
  'boundary',
  'session',
] as const;
export type PolicyTypeChoice = (typeof policyTypeChoices)[number];

/** Request of the client: which policies does this document hold, and why are they of that type? */
export const statusRequest = 'leastwise/status';
export interface StatusParams {
  readonly uri: string;
}
export interface StatusResult {
  /** Empty where the document holds no policy. */
  readonly policies: readonly PolicyStatus[];
  /** ISO date of the AWS data. */
  readonly catalogDate: string;
}
export interface PolicyStatus {
  readonly type: Exclude<PolicyTypeChoice, 'auto'>;
  /** `document`, `cloudformation`, `aws-cli`, … */
  readonly carrier: string;
  /** One plain sentence: "The statement has a Principal and only sts: actions." */
  readonly because: string;
  /** Zero-based line on which the policy starts. */
  readonly line: number;
}

/** Request of the client: set the policy type of this document for this session, or `auto` to take that back. */
export const setPolicyTypeRequest = 'leastwise/setPolicyType';
export interface SetPolicyTypeParams {
  readonly uri: string;
  readonly type: PolicyTypeChoice;
}

/** Notification of the server: the status of this document may have changed; ask again. */
export const statusChangedNotification = 'leastwise/statusChanged';
export interface StatusChangedParams {
  readonly uri: string;
}
