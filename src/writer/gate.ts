import type { CircuitState } from "cockatiel";
import { ModelError } from "./outcome.ts";

/** Failures one after another behind which the model is left alone. */
const FAILURES = 5;
/** For how long: doubled each time it fails again when it is tried. */
const FIRST_PAUSE_MS = 5_000;
const MAX_PAUSE_MS = 300_000;
/** For each answer that is being written so many wait. */
const WAITING_PER_SLOT = 4;

/** Whether the model is asked: `open` while it is left alone, `half-open` while it is tried. */
export type WriterState = "closed" | "open" | "half-open";

/** Lets calls through to the model: a few at once, none while it keeps failing. */
export interface Gate {
  readonly state: WriterState;
  /** @throws {ModelError} Of the call; `busy` or `open-circuit` where it was not made. */
  run<T>(call: () => Promise<T>, signal: AbortSignal): Promise<T>;
}

interface GateOptions {
  readonly atOnce: number;
  /** Told when the model is left alone, and when it is asked again. */
  readonly onChange: (state: WriterState) => void;
  /** Part of the usual pauses; less than 1 for tests. */
  readonly pauseScale?: number;
}

export async function createGate({ atOnce, onChange, pauseScale = 1 }: GateOptions): Promise<Gate> {
  const cockatiel = await import("cockatiel");
  const { bulkhead, circuitBreaker, handleWhen, ConsecutiveBreaker, DelegateBackoff } = cockatiel;
  const names: Partial<Record<CircuitState, WriterState>> = {
    [cockatiel.CircuitState.Open]: "open",
    [cockatiel.CircuitState.HalfOpen]: "half-open",
  };
  const pause = new DelegateBackoff<{ attempt: number; result: { error?: Error } }>(
    ({ attempt, result }) => {
      const { error } = result;
      const asked = error instanceof ModelError ? error.retryAfterMs : 0;
      const own = Math.min(FIRST_PAUSE_MS * 2 ** (attempt - 1), MAX_PAUSE_MS);
      return Math.max(own, asked) * pauseScale;
    },
  );
  const breaker = circuitBreaker(
    handleWhen((error) => error instanceof ModelError && error.isFailure),
    { halfOpenAfter: pause as never, breaker: new ConsecutiveBreaker(FAILURES) },
  );
  const slots = bulkhead(atOnce, atOnce * WAITING_PER_SLOT);
  const stateNow = (): WriterState => names[breaker.state] ?? "closed";
  breaker.onStateChange(() => onChange(stateNow()));
  return {
    get state() {
      return stateNow();
    },
    async run(call, signal) {
      try {
        return await slots.execute(() => breaker.execute(call), signal);
      } catch (error) {
        if (cockatiel.isBulkheadRejectedError(error as Error))
          throw new ModelError("busy", "as many answers are being written as may be");
        if (cockatiel.isBrokenCircuitError(error as Error))
          throw new ModelError("open-circuit", "it is left alone for a while after failures");
        throw error;
      }
    },
  };
}
