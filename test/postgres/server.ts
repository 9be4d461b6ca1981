import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestServer } from "./pglite.ts";

const ROOT = "/usr/lib/postgresql";

/** Programs of the newest PostgreSQL that Debian has installed, or null. */
function programs(): string | null {
  if (!existsSync(ROOT)) return null;
  const versions = readdirSync(ROOT).filter((name) => Number(name) >= 15);
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0];
  const found = newest === undefined ? null : join(ROOT, newest, "bin");
  return found !== null && existsSync(join(found, "initdb")) ? found : null;
}

/** Why no real server can be started here; null: one can. */
export const noServer = programs() === null ? `no PostgreSQL 15 or later in ${ROOT}` : null;

/** A server of its own that can be killed. */
export interface RealServer extends TestServer {
  /** A file with the certificate by which it speaks TLS, which names 127.0.0.1. */
  readonly certificate: string;
  /** Ends it as a power cut would. */
  crash(): void;
  start(): void;
  /** Starts another one that follows it. */
  replica(): Promise<TestServer>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

const PASSWORD = "secret";
const addressOf = (port: number) =>
  `postgres://postgres:${PASSWORD}@127.0.0.1:${port}/postgres?sslmode=disable`;

/** Runs a program; as another user where this is root, whom the server refuses. */
function run(file: string, ...args: string[]): void {
  const command = [file, ...args];
  const [first, ...rest] =
    process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
  execFileSync(first!, rest, { stdio: "ignore" });
}

const bin = (program: string) => join(programs()!, program);

async function dataFolder(): Promise<{ folder: string; data: string; port: number }> {
  const folder = mkdtempSync(join(tmpdir(), "visits-postgres-"));
  chmodSync(folder, 0o777);
  return { folder, data: join(folder, "data"), port: await freePort() };
}

function startIn(folder: string, data: string, port: number): void {
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  run(bin("pg_ctl"), "-D", data, "-w", "-l", join(folder, "log"), "start", "-o", options);
}

const stopNow = (data: string) => run(bin("pg_ctl"), "-D", data, "-m", "immediate", "stop");

async function startReplica(of: number): Promise<TestServer> {
  const { folder, data, port } = await dataFolder();
  const source = `host=127.0.0.1 port=${of} user=postgres password=${PASSWORD}`;
  run(bin("pg_basebackup"), "-D", data, "-d", source, "-R", "-c", "fast");
  startIn(folder, data, port);
  return {
    url: addressOf(port),
    async stop() {
      stopNow(data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function startServer(): Promise<RealServer> {
  const { folder, data, port } = await dataFolder();
  const start = () => startIn(folder, data, port);
  const passwords = join(folder, "password");
  writeFileSync(passwords, PASSWORD);
  const settings = ["-A", "scram-sha-256", `--pwfile=${passwords}`, "--locale=C.UTF-8"];
  run(bin("initdb"), "-D", data, "-U", "postgres", ...settings);
  const certificate = join(data, "server.crt");
  run(
    "openssl",
    ...["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1"],
    ...["-addext", "subjectAltName=IP:127.0.0.1", "-out", certificate],
    ...["-keyout", join(data, "server.key")],
  );
  run("sh", "-c", `echo "ssl = on" >> '${join(data, "postgresql.conf")}'`);
  start();
  return {
    url: addressOf(port),
    certificate,
    start,
    crash: () => stopNow(data),
    replica: () => startReplica(port),
    async stop() {
      stopNow(data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
