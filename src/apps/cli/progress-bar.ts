import { Presets, SingleBar } from "cli-progress";
import type { BuildPhase, BuildProgress } from "../../model/index.ts";

/** Shows how far a build is, on stderr. */
export interface ProgressBar {
  update(progress: BuildProgress): void;
  stop(): void;
}

/**
 * A progress bar on stderr; silent where stderr is no terminal.
 *
 * @param names What each phase is called.
 */
export function progressBar(names: Readonly<Record<BuildPhase, string>>): ProgressBar {
  if (process.stderr.isTTY !== true) return { update: () => {}, stop: () => {} };
  const format = "{bar} {percentage}% | {phase} | {value}/{total}";
  const bar = new SingleBar({ format, hideCursor: true }, Presets.shades_classic);
  let shown: BuildPhase | null = null;
  return {
    update({ phase, done, total }) {
      // One bar a phase, each on the same line.
      if (phase === shown) bar.update(done);
      else bar.start(total, done, { phase: names[phase] });
      shown = phase;
    },
    stop: () => bar.stop(),
  };
}
