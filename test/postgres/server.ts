import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
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
  /** Ends it as a power cut would. */
  crash(): void;
  start(): void;
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

export async function startServer(): Promise<RealServer> {
  const bin = programs()!;
  const folder = mkdtempSync(join(tmpdir(), "visits-postgres-"));
  chmodSync(folder, 0o777);
  const data = join(folder, "data");
  const port = await freePort();
  // The server refuses to run as root.
  const run = (program: string, ...args: string[]) => {
    const command = [join(bin, program), ...args];
    const [file, ...rest] =
      process.getuid?.() === 0 ? ["runuser", "-u", "postgres", "--", ...command] : command;
    execFileSync(file!, rest, { stdio: "ignore" });
  };
  const start = () =>
    run(
      "pg_ctl",
      ...["-D", data, "-w", "-l", join(folder, "log"), "start", "-o"],
      `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`,
    );
  run("initdb", "-D", data, "-A", "trust", "-U", "postgres", "--locale=C.UTF-8");
  start();
  return {
    url: `postgres://postgres:secret@127.0.0.1:${port}/postgres?sslmode=disable`,
    start,
    crash: () => run("pg_ctl", "-D", data, "-m", "immediate", "stop"),
    async stop() {
      run("pg_ctl", "-D", data, "-m", "immediate", "stop");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
