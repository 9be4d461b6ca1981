import { expect, it } from "vitest";
import { kill } from "../../scripts/soak/kill.ts";

/** At full size: `npm run soak -- kill`. */
it("killed at random moments of indexing, switching and rolling back, everything promised is there", async () => {
  expect(await kill(12, 5, 700)).toBe(true);
}, 120_000);
