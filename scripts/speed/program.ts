import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { residentMb } from "../../src/process/index.ts";
import { FakeBotApi } from "../../test/apps/telegram/fake-bot-api.ts";
import { user } from "../../test/apps/telegram/fake-chats.ts";
import { temporaryDir } from "../shared/corpus.ts";
import { quantile } from "../shared/figures.ts";

const COLD_RUNS = 5;
const FIRST = 20;
/** Long enough for what a bot does on its own after its start. */
const REST_MS = 6_000;

/** A script of package.json, so that older commits run as they did: what it sets for `node`, and node's arguments. */
function commandOf(root: string, script: string) {
  const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const words: string[] = scripts[script].split(" ");
  const node = words.indexOf("node");
  return {
    args: words.slice(node + 1),
    settings: Object.fromEntries(words.slice(0, node).map((word) => word.split("="))),
  };
}

/** Runs a command, and reads the processor time of it and its children. */
function timed(root: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  const started = performance.now();
  const { stderr, status } = spawnSync(
    "bash",
    ["-c", 'TIMEFORMAT="cpu %U %S"; time "$@" >/dev/null 2>&1', "-", process.execPath, ...args],
    { cwd: root, env, encoding: "utf8" },
  );
  const [, own, system] = /cpu (\S+) (\S+)/u.exec(stderr) ?? [];
  if (status !== 0 || own === undefined) throw new Error(`${args.join(" ")} failed in ${root}`);
  return { cpuS: Number(own) + Number(system), wallS: (performance.now() - started) / 1000 };
}

/** A bot that runs, and what it is asked with. */
interface RunningBot {
  readonly startMs: number;
  readonly restMb: number;
  ask(question: string): Promise<number>;
  memoryMb(): number;
  stop(): Promise<void>;
}

async function startBot(root: string, env: NodeJS.ProcessEnv): Promise<RunningBot> {
  const api = await FakeBotApi.start();
  const answered = new Map<number, (at: number) => void>();
  api.onCall(({ method, status, params, atMs }) => {
    if (method === "sendMessage" && status === 200) answered.get(Number(params.chat_id))?.(atMs);
    // Kept calls would grow with the questions.
    api.calls.length = 0;
  });
  const started = performance.now();
  const { args, settings } = commandOf(root, "start");
  const bot = spawn(process.execPath, args, {
    cwd: root,
    env: { ...env, ...settings, BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.url },
    stdio: "ignore",
  });
  while (api.polls.length === 0) await sleep(5);
  const startMs = performance.now() - started;
  await sleep(REST_MS);
  const memoryMb = () => residentMb(bot.pid) ?? Number.NaN;
  let chats = 0;
  return {
    startMs,
    restMb: memoryMb(),
    memoryMb,
    async ask(question) {
      // A user each: nobody may ask that often.
      const chat = 1_000 + chats++;
      const asked = performance.now();
      const answer = new Promise<number>((resolve) => answered.set(chat, resolve));
      api.say(question, { from: user(chat) });
      const took = (await answer) - asked;
      answered.delete(chat);
      return took;
    },
    async stop() {
      bot.kill("SIGTERM");
      await once(bot, "close");
      await api.stop();
    },
  };
}

/** Builds the index of a checkout. */
function measureIndex(root: string, env: NodeJS.ProcessEnv, dir: string) {
  const { cpuS } = timed(root, [...commandOf(root, "cli").args, "index"], env);
  const files = readdirSync(dir, { recursive: true, encoding: "utf8" });
  const bytes = files.map((file) => statSync(join(dir, file)).size);
  return { indexCpuS: cpuS, indexMb: bytes.reduce((sum, size) => sum + size, 0) / 1e6 };
}

const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);

/**
 * Measures the programs of checkouts on a corpus, each step of all in turn: what else the machine does meets them alike.
 *
 * @param count Questions that each bot is asked.
 */
export async function measurePrograms(
  roots: readonly string[],
  corpusDir: string,
  questions: readonly string[],
  count: number,
) {
  const { BOT_TOKEN: _, ...rest } = process.env;
  const programs = roots.map((root) => {
    const index = temporaryDir("visits-bench-program-");
    const env = { ...rest, CORPUS_DIR: corpusDir, INDEX_DIR: index.dir, LOG_LEVEL: "error" };
    return { root, index, env, asks: [] as ReturnType<typeof timed>[], times: [] as number[] };
  });
  try {
    const built = programs.map(({ root, env, index }) => measureIndex(root, env, index.dir));
    for (let i = 0; i < COLD_RUNS; i++)
      for (const { root, env, asks } of programs) {
        const question = questions[i % questions.length]!;
        asks.push(timed(root, [...commandOf(root, "cli").args, "ask", question], env));
      }
    const bots: RunningBot[] = [];
    for (const { root, env } of programs) bots.push(await startBot(root, env));
    for (let i = 0; i < count; i++)
      for (const [which, bot] of bots.entries())
        programs[which]!.times.push(await bot.ask(questions[i % questions.length]!));
    return await Promise.all(
      programs.map(async ({ asks, times }, which) => {
        const { startMs, restMb, memoryMb, stop } = bots[which]!;
        const afterMb = memoryMb();
        await stop();
        const [first, later] = [sorted(times.slice(0, FIRST)), sorted(times.slice(FIRST))];
        return {
          ...built[which]!,
          askCpuS: Math.min(...asks.map(({ cpuS }) => cpuS)),
          askWallS: Math.min(...asks.map(({ wallS }) => wallS)),
          startMs,
          restMb,
          afterMb,
          firstP95Ms: quantile(first, 0.95),
          p50Ms: quantile(later, 0.5),
          p95Ms: quantile(later, 0.95),
        };
      }),
    );
  } finally {
    for (const { index } of programs) index.dispose();
  }
}

/** Checks a commit out and installs it, to be measured beside this one. */
export function checkOut(commit: string): { readonly root: string; dispose(): void } {
  const folder = temporaryDir("visits-bench-commit-");
  const root = join(folder.dir, "checkout");
  execFileSync("git", ["worktree", "add", "-q", "--detach", root, commit]);
  execFileSync("npm", ["ci", "--no-audit", "--no-fund"], { cwd: root, stdio: "ignore" });
  return {
    root,
    dispose() {
      execFileSync("git", ["worktree", "remove", "--force", root]);
      folder.dispose();
    },
  };
}

/** What the program costs as it is run: commands and the bot, each in its own process. */
export type ProgramFigures = Awaited<ReturnType<typeof measurePrograms>>[number];
