import type { MessagePort } from "node:worker_threads";
import type { SqlRow } from "../sqlite.ts";
import type { DatabaseFailure, PostgresValue } from "./client.ts";
import type { DatabaseSettings } from "./settings.ts";

/** Places of the shared numbers: replies so far, and 1 while the database is known to be away. */
export const REPLIES = 0;
export const AWAY = 1;

export interface Statement {
  readonly sql: string;
  readonly values?: readonly PostgresValue[];
}

/** What the thread is started with. */
export interface WorkerData {
  readonly settings: DatabaseSettings;
  /** Connections that may be held: with 2 one of them listens. */
  readonly connections: number;
  readonly shared: Int32Array;
  readonly port: MessagePort;
}

export type WorkerRequest =
  | { readonly kind: "ask"; readonly id: number; readonly statements: readonly Statement[] }
  /** From now on a value is looked at, and told where it changes. */
  | { readonly kind: "watch"; readonly sql: string; readonly channel: string };

export interface Reply {
  readonly id: number;
  readonly results?: readonly SqlRow[][];
  readonly failure?: DatabaseFailure;
}

/** What is told without being asked. */
export type Notice =
  | { readonly kind: "value"; readonly value: string | null }
  | { readonly kind: "away"; readonly failure: DatabaseFailure }
  | { readonly kind: "back" };
