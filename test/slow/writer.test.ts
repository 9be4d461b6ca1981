import { expect, test } from "vitest";
import { writer } from "../../scripts/soak/load.ts";

test("questions are answered once and in order beside a writer that fails in a third of the calls", async () => {
  expect(await writer(80)).toBe(true);
});
