import { expect, test } from "vitest";
import { temporaryFolder } from "../index/fixture.ts";
import { crashTrial, randomFrom, startBotProcess } from "./crash-trial.ts";

/** `npm run soak -- crash` does the same a hundred times. */
test("killed at random moments, the bot answers every question once and in order", async () => {
  const folder = temporaryFolder();
  const result = await crashTrial({
    kills: 4,
    maxLifeMs: 300,
    random: randomFrom(20250121),
    start: (api) => startBotProcess(api, folder),
  });
  expect(result).toMatchObject({ kills: 4, lost: [], twice: [], disordered: [] });
  expect(result.asked).toBeGreaterThan(30);
});
