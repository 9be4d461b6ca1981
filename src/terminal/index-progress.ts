import type { ProgressBar } from "../cli/progress-bar.ts";
import type { IndexingTexts } from "../locale/locale.ts";

/**
 * Shows that an index is being built, on stderr: as a bar, or as one plain line where stderr is no
 * terminal. Comparing the corpus with the index is not shown: it is quick, and happens at every start.
 */
export async function indexProgress(texts: IndexingTexts): Promise<ProgressBar> {
  const shown = process.stderr.isTTY === true ? await bar(texts) : line(texts);
  return {
    update(progress) {
      if (progress.phase !== "read") shown.update(progress);
    },
    stop: shown.stop,
  };
}

async function bar({ phase }: IndexingTexts): Promise<ProgressBar> {
  const { progressBar } = await import("../cli/progress-bar.ts");
  return progressBar(phase);
}

function line({ starting }: IndexingTexts): ProgressBar {
  let announced = false;
  return {
    update() {
      if (!announced) process.stderr.write(`${starting}\n`);
      announced = true;
    },
    stop: () => {},
  };
}
