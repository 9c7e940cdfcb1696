// Sets V8 to a server that answers key presses: young objects are collected by one thread. The helper threads would
// spin beside the editor's own, and cost more processor time than they save. Functions are optimised later: a key press is
// milliseconds of work, and optimising in between cost more than it gave. Must be imported first.
import { setFlagsFromString } from 'node:v8';

const [major = 0] = process.versions.node.split('.').map(Number);
// Names of V8's flags come and go; these are there in the V8 of these versions of Node.
if (major >= 20 && major <= 24) {
  setFlagsFromString('--no-parallel-scavenge');
  setFlagsFromString('--interrupt-budget=2000000');
}
