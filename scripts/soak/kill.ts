import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import pino from "pino";
import { openCorpus } from "../../src/articles/corpus/open-corpus.ts";
import { listCorpus } from "../../src/articles/parse/corpus-files.ts";
import { readConfig } from "../../src/config/config.ts";
import { createEmbedder, embedderOptions } from "../../src/embedding/create-embedder.ts";
import { createEngine } from "../../src/engine.ts";
import {
  currentGeneration,
  generationDir,
  listGenerations,
} from "../../src/index/files/generations.ts";
import { checkFiles, isProblem, readManifest } from "../../src/index/files/manifest.ts";
import { currentManifest } from "../../src/index/read/open-index.ts";
import { readGeneration } from "../../src/index/read/reader.ts";
import { buildIndex } from "../../src/indexing/ensure-index.ts";
import { acquireLock } from "../../src/storage/lock.ts";
import { openState } from "../../src/storage/state.ts";
import { temporaryDir } from "../shared/corpus.ts";
import { Random } from "../shared/random.ts";
import type { ActorOrder } from "./kill-actor.ts";
import { type Promised, versionIn } from "./kill-operations.ts";

/** A process works at most this long before it is killed. */
const LIFE_MS = 2_500;
/** After so many kills a whole restart is tried too; the others begin with the next process. */
const RESTART_EVERY = 10;
/** Numbers that one process may give. */
const NUMBERS = 10_000;

/** Articles of a generation or of the corpus with their versions, as one text. */
type Content = string;
const contentOf = (versions: readonly (readonly [string, number])[]): Content =>
  [...versions].sort(([a], [b]) => (a < b ? -1 : 1)).join(" ");

function corpusVersions(dir: string) {
  return listCorpus(dir).files.map(
    ({ articleId, absolutePath }) =>
      [articleId, versionIn(readFileSync(absolutePath, "utf8"))] as const,
  );
}

interface Actor {
  readonly child: ChildProcess;
  readonly ready: Promise<unknown>;
}

function startActor(): Actor {
  const child = fork(fileURLToPath(new URL("./kill-actor.ts", import.meta.url)), {
    execArgv: ["--import", "tsx"],
  });
  return { child, ready: once(child, "message") };
}

/** What was promised so far, and what each generation held when it was first seen. */
class Ledger {
  readonly files = new Map<string, number>();
  readonly feedback = new Set<number>();
  readonly generations = new Map<string, Content>();
  inUse: string | null = null;

  note(promise: Promised): void {
    if (promise.kind === "file" && promise.version === null) this.files.delete(promise.name);
    else if (promise.kind === "file") this.files.set(promise.name, promise.version!);
    else if (promise.kind === "feedback") this.feedback.add(promise.messageId);
    else this.inUse = promise.generation;
  }
}

/** Reads a generation as a reader does, all of it compared with its sidecar. */
function generationVersions(indexDir: string, name: string) {
  const dir = generationDir(indexDir, name);
  const manifest = readManifest(dir);
  must(!isProblem(manifest), `generation ${name} has no manifest`);
  const problem = checkFiles(dir, manifest);
  must(problem === null, `generation ${name}: ${problem?.reason}`);
  const reader = readGeneration(dir, name, manifest);
  try {
    const versions = reader.articles(0, 1_000).map(({ id, title }) => {
      must(reader.chunksOfArticle(id).length > 0, `${id} has no chunks`);
      return [id, Number(/bản (\d+)$/u.exec(title)?.[1])] as const;
    });
    must(versions.length === reader.status().articles, "articles are missing");
    return versions;
  } finally {
    reader.close();
  }
}

function nothingLost(versionOf: ReadonlyMap<string, number>, ledger: Ledger, where: string): void {
  for (const [name, version] of ledger.files)
    must((versionOf.get(name) ?? 0) >= version, `${name} of version ${version} is not in ${where}`);
}

/** Restarts as a bot does, which completes what was begun and takes it in: all that was promised is in the index. */
async function restart(corpusDir: string, indexDir: string, ledger: Ledger): Promise<void> {
  const corpus = openCorpus(corpusDir, indexDir);
  must(corpus.log.begun().length === 0, "a change is left begun");
  corpus.close();
  const env = { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir };
  const config = readConfig(env, process.cwd());
  const embedder = await createEmbedder(embedderOptions(config));
  const { generation } = await buildIndex({ corpusDir, indexDir, embedder, startedBy: "restart" });
  await embedder.close();
  const indexed = generationVersions(indexDir, generation);
  must(contentOf(indexed) === contentOf(corpusVersions(corpusDir)), "the index is not the corpus");
  nothingLost(new Map(indexed), ledger, "the index");
  ledger.generations.set(generation, contentOf(indexed));
  ledger.inUse = generation;
}

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

/** Looks at what the killed process left, as a start does. @returns How long the first answer took, in ms. */
async function inspect(corpusDir: string, indexDir: string, ledger: Ledger): Promise<number> {
  acquireLock(indexDir, "the inspection")();
  const corpus = corpusVersions(corpusDir);
  const versionOf = new Map(corpus);
  nothingLost(versionOf, ledger, "the corpus");
  const state = openState(indexDir);
  const kept = new Set(state.feedback(1_000_000).map(({ messageId }) => messageId));
  state.close();
  for (const messageId of ledger.feedback)
    must(kept.has(messageId), `verdict ${messageId} is lost`);
  for (const name of listGenerations(indexDir)) {
    const content = contentOf(generationVersions(indexDir, name));
    const known = ledger.generations.get(name);
    // A generation never changes; one that is new holds the corpus as it is.
    if (known !== undefined) must(content === known, `generation ${name} has changed`);
    else must(content === contentOf(corpus), `generation ${name} is not the corpus`);
    ledger.generations.set(name, content);
  }
  const current = currentGeneration(indexDir);
  if (current === null) {
    must(ledger.inUse === null, "the index in use is gone");
    return 0;
  }
  must(!isProblem(currentManifest(indexDir)), "the index in use does not open");
  const versions = generationVersions(indexDir, current);
  if (versions.length === 0) return 0;
  const env = { CORPUS_DIR: corpusDir, INDEX_DIR: indexDir };
  const started = performance.now();
  const engine = await createEngine({
    config: readConfig(env, process.cwd()),
    logger: pino({ level: "silent" }),
    asItIs: true,
  });
  const [id, version] = versions[Math.floor(versions.length / 2)]!;
  const hits = await engine.search(`Tin ${id} bản ${version}`, { k: 20 });
  await engine.close();
  must(
    hits.some((hit) => hit.articleId === id && hit.text.includes(`bản ${version} `)),
    `${id} is not found`,
  );
  return performance.now() - started;
}

/**
 * Kills a process with SIGKILL while it changes the corpus by hand and as an admin, indexes, switches, rolls
 * back and stores verdicts, and after each kill looks whether everything is whole and everything promised is there.
 *
 * @param steps Numbers of the changes of the disk before which a process is killed, one a process: the same on
 *   every machine. Null: `kills` processes at random moments.
 * @returns Whether all was well; what was not is told on stdout.
 */
export async function kill(
  kills: number,
  seed: number,
  steps: readonly number[] | null = null,
): Promise<boolean> {
  const { dir: folder, dispose } = temporaryDir("visits-kill-");
  const [corpusDir, indexDir] = [join(folder, "corpus"), join(folder, "index")];
  mkdirSync(corpusDir);
  const random = new Random(seed);
  const ledger = new Ledger();
  const answerMs: number[] = [];
  // The next process loads its model while the present one is at work.
  let waiting = startActor();
  try {
    for (let n = 0; n < kills; n++) {
      const { child: actor, ready } = waiting;
      await ready;
      const isLast = n === kills - 1;
      if (!isLast) waiting = startActor();
      actor.on("message", (promise: Promised) => {
        ledger.note(promise);
        if (promise.kind === "in-use" && !ledger.generations.has(promise.generation)) {
          // The process waits for the reply, so the corpus is what it was built from.
          ledger.generations.set(promise.generation, contentOf(corpusVersions(corpusDir)));
        }
        if (actor.connected) actor.send("noted", () => {});
      });
      const ended = once(actor, "exit");
      const order: ActorOrder = {
        corpusDir,
        indexDir,
        seed: seed + n,
        from: (n + 1) * NUMBERS,
        killAtStep: steps?.[n] ?? null,
      };
      actor.send(order);
      if (steps === null) {
        await sleep(random.below(LIFE_MS));
        actor.kill("SIGKILL");
      }
      const [code] = await ended;
      must(code === null, `the process ended by itself, with code ${code}`);
      answerMs.push(await inspect(corpusDir, indexDir, ledger));
      if (isLast || n % RESTART_EVERY === 0) await restart(corpusDir, indexDir, ledger);
    }
  } catch (error) {
    console.log(`seed ${seed}, after ${answerMs.length} kills: ${(error as Error).message}`);
    return false;
  } finally {
    waiting.child.kill("SIGKILL");
    dispose();
  }
  const slowest = Math.max(...answerMs);
  console.log(
    `${kills} kills, ${ledger.generations.size} generations seen, ${ledger.feedback.size} verdicts kept, ${ledger.files.size} files; slowest start to answer ${slowest.toFixed(0)} ms (seed ${seed})`,
  );
  return true;
}
