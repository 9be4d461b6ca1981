/**
 * Child processes that may be killed: started with a listed environment, watched for memory, ended with their
 * parent.
 */

export { endWithParent, startChild, startThread, watchMemory } from "./child.ts";
