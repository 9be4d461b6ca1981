import { type ProgressBar, progressBar } from "../cli/progress-bar.ts";
import type { IndexingTexts } from "../locale/locale.ts";

/**
 * Shows that an index is being built, on stderr: as a bar, or as one plain line where stderr is no
 * terminal. Comparing the corpus with the index is not shown: it is quick, and happens at every start.
 */
export function indexProgress(texts: IndexingTexts): ProgressBar {
  const bar = progressBar(texts.phase);
  let announced = process.stderr.isTTY === true;
  return {
    update(progress) {
      if (progress.phase === "read") return;
      if (!announced) process.stderr.write(`${texts.starting}\n`);
      announced = true;
      bar.update(progress);
    },
    stop: () => bar.stop(),
  };
}
