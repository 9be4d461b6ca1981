import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { startThread } from "../../process/index.ts";
import type { SqlRow } from "../sqlite.ts";
import { DatabaseError, type DatabaseFailure, type PostgresValue } from "./client.ts";
import {
  AWAY,
  type Notice,
  REPLIES,
  type Reply,
  type Statement,
  type WorkerData,
  type WorkerRequest,
} from "./protocol.ts";
import { CONNECT_MS, type DatabaseSettings, databaseName, STATEMENT_MS } from "./settings.ts";

/** Two tries of connecting and of the statement; beyond it the thread itself is at fault. */
const MOST_WAIT_MS = 2 * (CONNECT_MS + STATEMENT_MS) + 2_000;

/** A database that is asked and waited for. */
export interface Postgres {
  /** Host and database, for people. */
  readonly name: string;
  readonly settings: DatabaseSettings;
  /** Why it is known to be away; null: it is not. Calls fail at once meanwhile. */
  readonly away: string | null;
  /** The rows of a statement, which must only read, or may run twice. @throws {DatabaseError} */
  all(sql: string, values?: readonly PostgresValue[]): SqlRow[];
  /** The rows of several, in one exchange between the threads. @throws {DatabaseError} */
  batch(statements: readonly Statement[]): SqlRow[][];
  /** Tells the value that a statement gives when it is first seen and whenever it becomes another one; one watch a database. */
  watch(sql: string, channel: string, onValue: (value: string | null) => void): void;
  /** Told why when the connection is lost for good, and null when it is back. @returns Ends it. */
  onAway(listener: (why: string | null) => void): () => void;
  close(): void;
}

/**
 * Connects to PostgreSQL through a thread, so that a call waits for its rows as it waits for SQLite's. Answering is
 * bound by the processor and synchronous; making it all asynchronous for the sake of some round trips a question would
 * change every function between a question and its answer, and several processes, not several questions in one, are
 * what more people are served by. Nothing is connected before the first call.
 *
 * @param connections Connections that may be held, 1 or 2: with 2 one of them listens.
 */
export function openPostgres(settings: DatabaseSettings, connections: number): Postgres {
  const name = databaseName(settings.url);
  const shared = new Int32Array(new SharedArrayBuffer(8));
  const { port1, port2 } = new MessageChannel();
  const data: WorkerData = { settings, connections, shared, port: port2 };
  const worker = startThread(new URL("./postgres-worker.ts", import.meta.url), data, [port2]);
  const listeners = new Set<(why: string | null) => void>();
  let onValue: ((value: string | null) => void) | null = null;
  let lost: DatabaseFailure | null = null;
  let asked = 0;
  let broken: Error | null = null;
  worker.on("error", (error) => {
    broken = error;
  });
  worker.on("message", (notice: Notice) => {
    if (notice.kind === "value") return onValue?.(notice.value);
    lost = notice.kind === "away" ? notice.failure : null;
    const why = lost && DatabaseError.of(lost, name).message;
    for (const listener of listeners) listener(why);
  });
  // Behind the listeners, which hold the process again.
  worker.unref();
  const send = (request: WorkerRequest) => worker.postMessage(request);
  const isAway = () => Atomics.load(shared, AWAY) === 1;
  const awayError = (code = lost?.code ?? "connection lost") =>
    DatabaseError.of({ problem: "away", code, message: "" }, name);

  function replyTo(id: number): Reply {
    const deadline = performance.now() + MOST_WAIT_MS;
    for (;;) {
      const seen = Atomics.load(shared, REPLIES);
      for (let got = receiveMessageOnPort(port1); got; got = receiveMessageOnPort(port1)) {
        // An earlier call may have given up waiting for its own.
        if ((got.message as Reply).id === id) return got.message as Reply;
      }
      const left = deadline - performance.now();
      if (left <= 0) throw awayError("no reply");
      Atomics.wait(shared, REPLIES, seen, left);
    }
  }

  function batch(statements: readonly Statement[]): SqlRow[][] {
    if (broken) throw broken;
    if (isAway()) throw awayError();
    const id = ++asked;
    send({ kind: "ask", id, statements });
    const { results, failure } = replyTo(id);
    if (failure) throw DatabaseError.of(failure, name);
    return results as SqlRow[][];
  }

  return {
    name,
    settings,
    get away() {
      return isAway() ? awayError().message : null;
    },
    all: (sql, values = []) => batch([{ sql, values }])[0]!,
    batch,
    watch(sql, channel, listener) {
      onValue = listener;
      send({ kind: "watch", sql, channel });
    },
    onAway(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => void worker.terminate(),
  };
}
