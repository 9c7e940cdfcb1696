// Whether a managed policy is called a permissions boundary. Nothing else tells where it is made for others to use.

/** `PermissionsBoundary`, `cdk-permissions-boundary-policy`; not what is about boundaries: `AllowPermissionsBoundary`. */
export function isBoundaryName(name: string): boolean {
  return (
    BOUNDARY.test(name) &&
    !/allow|attach|create|delegat|delete|deny|enforce|manage|put|require|set/i.test(name)
  );
}

const BOUNDARY = /permissions?[-_]?boundary(?:[-_]?policy)?$|^boundary(?:[-_]?policy)?$/i;
