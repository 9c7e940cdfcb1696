// What `leastwise --help` prints.

export const help = `Leastwise checks AWS IAM policies, offline and without credentials.

Usage
  leastwise lint [PATH…]     check files, folders or globs; - reads standard input
  leastwise list [PATH…]     show the policies found: place, carrier, type, attached to, size
  leastwise explain RULE     show a rule's page
  leastwise rules            show every rule
  leastwise lsp --stdio      start the language server

Options of lint
  --format text|json|sarif|github
  --stdin-filename NAME      the name that standard input is given
  --policy-type TYPE         for bare documents: auto, identity, trust, resource, scp, rcp,
                             endpoint, boundary or session
  --min-severity LEVEL       report from error, warning or suggestion on; default suggestion
  --fail-on LEVEL            exit with 1 from error, warning or suggestion on, or never; default error.
                             The level error means findings of category error and security.
  --fix                      apply the fixes that leave access the same
  --config FILE              use this file instead of the nearest .leastwise.json
  --threads auto|NUMBER      how many processors to use; default auto: more than one where that saves time

Options of list and rules
  --format text|json

Folders are searched for .json, .jsonc, .yaml, .yml, .template, .tf and .tofu files, and AWS CDK apps for their
TypeScript, JavaScript and Python sources; node_modules, virtual environments and hidden folders are passed over.

Exit status
  0  nothing at or above --fail-on
  1  something is
  2  wrong usage, or an input that could not be read
`;
