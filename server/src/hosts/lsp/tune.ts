// Sets V8 to a server that answers key presses: young objects are collected by one thread. The helper threads would
// spin beside the editor's own, and cost more processor time than they save. Functions are optimised later: a key press is
// milliseconds of work, and optimising in between cost more than it gave. Must be imported first.
import { setFlags } from '../v8Flags';

setFlags({ always: ['--no-parallel-scavenge'], budget: 2_000_000 });
