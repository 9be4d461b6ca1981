import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { residentMb } from "../../src/process/index.ts";
import { FakeBotApi } from "../../test/apps/telegram/fake-bot-api.ts";

/** The whole bot as an office runs it, on a fake Bot API server and a copy of the shipped corpus. */
interface Program {
  readonly api: FakeBotApi;
  /** Lines of its log. */
  readonly log: string[];
  process: ChildProcess;
  /** Starts it again, after it was killed. */
  start(): Promise<void>;
  /** Resident memory in MiB. */
  memoryMiB(): number;
  /** Stops it and removes its folder. @returns Its exit code. */
  end(): Promise<number | null>;
}

export async function startProgram(env: Readonly<Record<string, string>> = {}): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), "visits-soak-"));
  cpSync("corpus", join(folder, "corpus"), { recursive: true });
  const api = await FakeBotApi.start();
  const log: string[] = [];
  const program: Program = {
    api,
    log,
    process: null as never,
    async start() {
      const polls = api.polls.length;
      const child = spawn(process.execPath, ["scripts/run.mjs", "main"], {
        env: {
          PATH: process.env.PATH,
          BOT_TOKEN: api.token,
          TELEGRAM_API_ROOT: api.url,
          CORPUS_DIR: join(folder, "corpus"),
          INDEX_DIR: join(folder, "index"),
          LOG_LEVEL: "warn",
          ...env,
        },
        stdio: ["ignore", "ignore", "pipe"],
      });
      child.stderr?.setEncoding("utf8").on("data", (data: string) => {
        log.push(...data.split("\n").filter((line) => line !== ""));
      });
      program.process = child;
      while (api.polls.length === polls) {
        if (child.exitCode !== null) throw new Error(`the bot has ended:\n${log.join("\n")}`);
        await sleep(10);
      }
    },
    memoryMiB: () => residentMb(program.process.pid) ?? Number.NaN,
    async end() {
      const closed = once(program.process, "close");
      program.process.kill("SIGTERM");
      const [code] = await closed;
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
  await program.start();
  return program;
}
