import { userInfo } from "node:os";
import type { Actor } from "../corpus/actor.ts";

/** Who uses the command line, for the log. */
export function commandLineActor(): Actor {
  return { id: null, name: `command line (${userName()})` };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user that its system does not know.
    return `user ${process.getuid?.() ?? "?"}`;
  }
}
