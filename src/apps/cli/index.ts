/**
 * The command line and the chat in the terminal. Arguments come in, text or JSON goes out; each command is one file
 * of `commands/`. Exit codes and the JSON are what scripts rely on: change them only with an entry in the changelog.
 */

export { run } from "./chat/run.ts";
export { assertWritable } from "./commands/doctor.ts";
