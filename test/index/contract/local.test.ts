import { indexContract } from "./contract.ts";

// Kills of the process itself are tried in ../kill.test.ts; a build in this one can only be ended between two steps.
indexContract("in a folder", {
  place: ({ indexDir }) => indexDir,
  build: async (space, options) => void (await space.build(options)),
  async buildCutAt(space, step) {
    const cut = new AbortController();
    let count = 0;
    const onProgress = () => {
      if (++count === step) cut.abort();
    };
    try {
      await space.build({ onProgress, signal: cut.signal });
      return !cut.signal.aborted;
    } catch (error) {
      if (cut.signal.aborted) return false;
      throw error;
    }
  },
});
