import { expect, it } from "vitest";
import { kill } from "../../scripts/soak/kill.ts";

/**
 * Changes of the disk before which a process is killed. With seed 5 they lie in the end of a draft, in the
 * journal of the corpus, between a generation and the switch to it, and in the writing of an article; the
 * next process recovers. At random moments and full size: `npm run soak -- kill`.
 */
const STEPS = [31, 64, 40, 90];

it("killed in the midst of indexing, switching and adding, everything promised is there", async () => {
  expect(await kill(STEPS.length, 5, STEPS)).toBe(true);
});
