import { readFileSync } from "node:fs";
import { residentMb, startChild, watchMemory } from "../../src/process/index.ts";
import { HOSTILE_GROUPS, type HostileGroup } from "./hostile-groups.ts";
import type { HostileOrder, HostileReport } from "./hostile-reader.ts";

/** What one input may take; a quiet machine needs a tenth of the time. */
const MAX_MB = 900;
/** How often the memory is looked at for the report. */
const LOOK_MS = 20;

interface Trial {
  readonly name: string;
  readonly ms: number;
  readonly megabytes: number;
  readonly outcome: string;
}

/** Children of a process: a document is read in one of its own. */
function childrenOf(pid: number | undefined): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1")
      .split(" ")
      .filter(Boolean)
      .map(Number);
  } catch {
    return [];
  }
}

/** Reads the inputs of a group one after another in a process that is killed beyond the bounds, and begun again. */
async function runGroup({ name: group, inputs, maxMs }: HostileGroup): Promise<Trial[]> {
  const trials: Trial[] = [];
  while (trials.length < inputs.length) {
    const child = startChild({
      entry: new URL("./hostile-reader.ts", import.meta.url),
      stderr: "inherit",
    });
    await new Promise<void>((resolve) => {
      let began = 0;
      let peak = 0;
      let limit: NodeJS.Timeout | undefined;
      let killedFor: string | null = null;
      const kill = (why: string) => {
        killedFor = why;
        child.kill("SIGKILL");
      };
      const look = setInterval(() => {
        for (const pid of [child.pid, ...childrenOf(child.pid)])
          peak = Math.max(peak, residentMb(pid) ?? 0);
      }, LOOK_MS);
      watchMemory(child, MAX_MB, () => kill(`over ${MAX_MB} MB`));
      const done = (outcome: string) => {
        clearTimeout(limit);
        const { name } = inputs[trials.length]!;
        trials.push({ name, ms: performance.now() - began, megabytes: peak, outcome });
      };
      const next = () => {
        if (trials.length === inputs.length) return void child.kill("SIGKILL");
        began = performance.now();
        peak = 0;
        limit = setTimeout(() => kill(`over ${maxMs} ms`), maxMs);
        child.send({ group, index: trials.length } satisfies HostileOrder, () => {});
      };
      child.on("message", (report: HostileReport) => {
        if (report.kind === "outcome") done(report.outcome);
        next();
      });
      child.send({ group, index: null } satisfies HostileOrder, () => {});
      child.once("exit", (code, signal) => {
        clearInterval(look);
        if (killedFor !== null || trials.length < inputs.length)
          done(`ENDED: ${killedFor ?? signal ?? `exit code ${code}`}`);
        resolve();
      });
    });
  }
  return trials;
}

/**
 * Inputs of every kind that once took all time or memory; prints the worst of each kind.
 *
 * @param kind Name of the one group that is tried; absent: all.
 */
export async function hostile(kind?: string): Promise<boolean> {
  let passed = true;
  for (const group of HOSTILE_GROUPS.filter(({ name }) => kind === undefined || name === kind)) {
    const trials = await runGroup(group);
    const failed = trials.filter(({ outcome }) => outcome.startsWith("ENDED"));
    const slowest = trials.reduce((a, b) => (b.ms > a.ms ? b : a));
    const largest = trials.reduce((a, b) => (b.megabytes > a.megabytes ? b : a));
    console.log(
      `${group.name}: ${trials.length} tried, ${failed.length} beyond ${group.maxMs / 1000} s or ${MAX_MB} MB; slowest ${Math.round(slowest.ms)} ms (${slowest.name}: ${slowest.outcome}), largest ${Math.round(largest.megabytes)} MB (${largest.name})`,
    );
    for (const { name, outcome } of failed) console.log(`  ${name}: ${outcome}`);
    passed &&= failed.length === 0;
  }
  return passed;
}
