import { parentPort, workerData } from "node:worker_threads";
import type { Client } from "pg";
import type { SqlRow } from "../sqlite.ts";
import { type DatabaseFailure, failureOf, loadPg, TYPES } from "./client.ts";
import {
  AWAY,
  type Notice,
  REPLIES,
  type Reply,
  type Statement,
  type WorkerData,
  type WorkerRequest,
} from "./protocol.ts";
import { clientConfig, greeting, STATEMENT_MS } from "./settings.ts";

/**
 * The thread that holds the connections of a process to PostgreSQL (`bridge.ts` is the other side). It loads the
 * client library and no native addon, which a second thread of a process could not.
 */
const { settings, connections, shared, port } = workerData as WorkerData;

const FIRST_RETRY_MS = 250;
const LAST_RETRY_MS = 10_000;
/** How often a watched value is looked at, also while a connection listens: poolers take a LISTEN and tell nothing. */
const LOOK_MS = 2_000;
/** Beyond the server's own limit: a server that was frozen, or a cable that was cut, says nothing. */
const SILENCE_MS = STATEMENT_MS + 1_000;

const tell = (notice: Notice) => parentPort!.postMessage(notice);

let client: Promise<Client> | null = null;
let retryMs = 0;

async function connect(role: string, onEnd: () => void): Promise<Client> {
  const pg = await loadPg();
  const fresh = new pg.Client({ ...clientConfig(settings.url, role), query_timeout: SILENCE_MS });
  fresh.on("error", () => {});
  fresh.once("end", onEnd);
  await fresh.connect();
  await fresh.query(greeting(settings, STATEMENT_MS));
  // Settings of pgvector; a server without it keeps them all the same.
  await fresh.query("SET hnsw.ef_search TO 400; SET hnsw.iterative_scan TO strict_order");
  return fresh;
}

function connected(): Promise<Client> {
  if (client) return client;
  const opening = connect("reader", () => {
    if (client === opening) client = null;
  });
  client = opening;
  opening.catch(() => {
    if (client === opening) client = null;
  });
  return opening;
}

function drop(): void {
  const old = client;
  client = null;
  // Not waited for: a connection that broke may never say goodbye.
  old?.then((one) => one.end()).catch(() => {});
}

async function runAll(statements: readonly Statement[]): Promise<SqlRow[][]> {
  const one = await connected();
  const results: SqlRow[][] = [];
  for (const { sql, values = [] } of statements) {
    const query = { text: sql, values: [...values], rowMode: "array" as const, types: TYPES };
    results.push((await one.query(query)).rows as SqlRow[]);
  }
  return results;
}

const isAway = () => Atomics.load(shared, AWAY) === 1;

/** Once more on a fresh connection where one broke: the server may only have been restarted. Statements only read, or may run twice. */
async function runTwice(statements: readonly Statement[]): Promise<SqlRow[][]> {
  try {
    return await runAll(statements);
  } catch (error) {
    // 40001: a replica that had to undo a read.
    const { problem, code } = failureOf(error);
    if (problem !== "away" && code !== "40001") throw error;
    if (problem === "away") drop();
    return await runAll(statements);
  }
}

function noteFailure(failure: DatabaseFailure): void {
  if (failure.problem !== "away") return;
  drop();
  if (isAway()) return;
  Atomics.store(shared, AWAY, 1);
  tell({ kind: "away", failure });
  retryMs = FIRST_RETRY_MS;
  setTimeout(retry, retryMs);
}

async function retry(): Promise<void> {
  try {
    await runAll([{ sql: "SELECT 1" }]);
    Atomics.store(shared, AWAY, 0);
    tell({ kind: "back" });
    look?.();
  } catch {
    drop();
    retryMs = Math.min(LAST_RETRY_MS, retryMs * 2);
    setTimeout(retry, retryMs);
  }
}

async function answer(id: number, statements: readonly Statement[]): Promise<void> {
  let reply: Reply;
  try {
    reply = { id, results: await runTwice(statements) };
  } catch (error) {
    const failure = failureOf(error);
    noteFailure(failure);
    reply = { id, failure };
  }
  port.postMessage(reply);
  Atomics.add(shared, REPLIES, 1);
  Atomics.notify(shared, REPLIES);
}

let look: (() => void) | null = null;
let isListening = false;

/** Tells a value when it is first seen and whenever it changes: at once where the server notifies, else at the next look. */
function watch(sql: string, channel: string): void {
  let last: string | null = null;
  look = () => {
    runTwice([{ sql }]).then(
      ([rows]) => {
        const found = rows?.[0]?.[0] ?? null;
        const value = found === null ? null : String(found);
        if (value !== last) tell({ kind: "value", value });
        last = value;
      },
      (error) => noteFailure(failureOf(error)),
    );
  };
  setInterval(() => {
    if (connections > 1 && !isListening) void listen(channel);
    if (!isAway()) look?.();
  }, LOOK_MS);
  if (connections > 1) void listen(channel);
  look();
}

let mayListen = true;

async function listen(channel: string): Promise<void> {
  if (!mayListen || isAway()) return;
  isListening = true;
  try {
    const listener = await connect("listener", () => {
      isListening = false;
      look?.();
    });
    listener.on("notification", () => look?.());
    await listener.query(`LISTEN "${channel}"`);
    look?.();
  } catch (error) {
    isListening = false;
    // A read replica takes no LISTEN: it is looked at.
    if (failureOf(error).problem !== "away") mayListen = false;
  }
}

parentPort!.on("message", (request: WorkerRequest) => {
  if (request.kind === "ask") void answer(request.id, request.statements);
  else watch(request.sql, request.channel);
});
