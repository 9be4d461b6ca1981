import { join } from "node:path";
import { Answerer } from "../src/answers/answerer.ts";
import { CALIBRATION_FILE, readCalibration } from "../src/answers/search/calibration.ts";
import type { IndexReader } from "../src/model/index-reader.ts";
import { SHIPPED, shippedEmbedder, type Workspace } from "./index/fixture.ts";

/** Indexes a workspace and answers from it with the shipped model. */
export async function indexedAnswerer(
  space: Workspace,
): Promise<{ readonly reader: IndexReader; readonly answerer: Answerer }> {
  await space.build();
  const reader = space.open();
  const calibration = readCalibration(join(SHIPPED.modelsDir, SHIPPED.model, CALIBRATION_FILE));
  return { reader, answerer: new Answerer(reader, await shippedEmbedder(), calibration) };
}
