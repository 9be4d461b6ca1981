import { readBody } from "./body.ts";
import { readDelegation } from "./delegation.ts";
import type { Party } from "./party.ts";
import { readPerson } from "./person.ts";
import type { Words } from "./tokens.ts";

/** Reads the party that begins at word `i`, or null. */
export function readParty(words: Words, i: number): Party | null {
  return readDelegation(words, i) ?? readPerson(words, i) ?? readBody(words, i);
}
