import { expect, test } from "vitest";
import { IndexQueue } from "../../../src/apps/shared/index-queue.ts";
import type { Reindexer, ReindexOutcome } from "../../../src/model/indexing.ts";

const DONE: ReindexOutcome = {
  kind: "done",
  counters: { indexed: 1, updated: 0, unchanged: 0, removed: 0, skipped: 0, failures: [] },
};

/** A reindexer whose runs are ended by the test, over a corpus that is a counter. */
function world(outcomes: ReindexOutcome[] = []) {
  const state = { saved: 0, indexed: 0, reloads: 0, held: false };
  const runs: (() => void)[] = [];
  const reindexer: Pick<Reindexer, "start"> = {
    async start() {
      const seen = state.saved;
      await new Promise<void>((resolve) => runs.push(resolve));
      const outcome = outcomes.shift() ?? DONE;
      if (outcome.kind === "done") state.indexed = seen;
      return outcome;
    },
  };
  const stopping = new AbortController();
  const queue = new IndexQueue({
    reindexer: reindexer as Reindexer,
    engine: { reload: async () => void state.reloads++ },
    isHeld: () => state.held,
    stopping: stopping.signal,
    retryMs: 1,
  });
  const run = async (number: number) => {
    while (runs.length < number) await new Promise((resolve) => setTimeout(resolve, 1));
    runs[number - 1]!();
  };
  return { state, queue, runs, run, stopping };
}

test("what is saved during a run is in the next one, which all of them share", async () => {
  const { state, queue, runs, run } = world();
  state.saved = 1;
  const first = queue.request("a");
  await new Promise((resolve) => setTimeout(resolve, 5));
  state.saved = 2;
  const second = queue.request("b");
  state.saved = 3;
  const third = queue.request("c");
  expect(third).toBe(second);
  await run(1);
  await first;
  expect(state.indexed).toBe(1);
  await run(2);
  await third;
  expect(state).toMatchObject({ indexed: 3, reloads: 2 });
  expect(runs).toHaveLength(2);
});

test("while somebody else's run is under way it waits for its own", async () => {
  const busy: ReindexOutcome = { kind: "busy", startedBy: "Lan", since: new Date() };
  const { state, queue, run } = world([busy, busy, DONE]);
  state.saved = 1;
  const request = queue.request("a");
  for (const number of [1, 2, 3]) await run(number);
  expect(await request).toBe(DONE);
  expect(state.indexed).toBe(1);
});

test("an index that admins hold is left alone; a failed run is told and stops nothing", async () => {
  const { state, queue, run } = world([{ kind: "failed", reason: "disk full" }]);
  state.held = true;
  expect(await queue.request("a")).toEqual({ kind: "held" });
  state.held = false;
  const failing = queue.request("a");
  await run(1);
  expect(await failing).toEqual({ kind: "failed", reason: "disk full" });
  const next = queue.request("a");
  await run(2);
  expect((await next).kind).toBe("done");
});

test("when the program stops it starts nothing more", async () => {
  const { queue, stopping, runs } = world();
  stopping.abort();
  expect(await queue.request("a")).toEqual({ kind: "cancelled" });
  expect(runs).toHaveLength(0);
});
