import { renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Corpus } from "../../src/articles/corpus/open-corpus.ts";
import { ingestFile } from "../../src/articles/parse/parse-document.ts";
import { buildIndex } from "../../src/indexing/ensure-index.ts";
import { rollBack } from "../../src/indexing/roll-back.ts";
import type { Embedder } from "../../src/model/embedder.ts";
import { openState } from "../../src/storage/state.ts";
import type { Random } from "../shared/random.ts";

/** What the process that is killed works on. */
interface Scene {
  readonly corpusDir: string;
  readonly indexDir: string;
  /** The same folder as admins change it. */
  readonly corpus: Corpus;
  readonly embedder: Embedder;
  readonly random: Random;
  /** Numbers that are never given twice, over all processes. */
  next(): number;
  /** Tells the watching process what has been promised; returns when it knows. */
  acknowledge(promise: Promised): Promise<void>;
}

/** What must hold after any kill from then on. */
export type Promised =
  /** A file has this version or a later one; null, told before it is removed: it may be gone. */
  | { readonly kind: "file"; readonly name: string; readonly version: number | null }
  /** A generation is in use. */
  | { readonly kind: "in-use"; readonly generation: string }
  | { readonly kind: "feedback"; readonly messageId: number };

const ARTICLES = 30;
/** Those that only admins change. */
const MANAGED = 10;
const ADMIN = { id: 1, name: "the soak" };

/** An article whose title and text tell its version. */
function articleText(name: string, version: number): string {
  const sentences = Array.from(
    { length: 12 },
    (_, i) =>
      `Đoàn đại biểu số ${i + 1} của bản ${version} trao đổi về hợp tác cửa khẩu, du lịch và nông sản.`,
  );
  return `---\ntitle: "Tin ${name} bản ${version}"\n---\n\n${sentences.join(" ")}\n`;
}

/** Writes, changes or removes an article, as an editor does. */
async function change(scene: Scene): Promise<void> {
  const name = `tin-${scene.random.below(ARTICLES)}`;
  const path = join(scene.corpusDir, `${name}.md`);
  if (scene.random.below(6) === 0) {
    await scene.acknowledge({ kind: "file", name, version: null });
    rmSync(path, { force: true });
    return;
  }
  const version = scene.next();
  // In one step: what an editor's program does to a file is not what is tried here.
  const temporary = join(scene.corpusDir, "..", "unsaved");
  writeFileSync(temporary, articleText(name, version));
  renameSync(temporary, path);
  await scene.acknowledge({ kind: "file", name, version });
}

/** Version of an article, from its file. */
export function versionIn(content: string): number {
  return Number(/bản (\d+)"/u.exec(content)?.[1]);
}

/** Adds, updates, removes or takes back, as an admin does. */
async function manage(scene: Scene): Promise<void> {
  const { store, log } = scene.corpus;
  const name = `quan-ly/tin-${scene.random.below(MANAGED)}`;
  const path = `${name}.md`;
  const what = scene.random.below(6);
  if (what === 0) {
    await scene.acknowledge({ kind: "file", name, version: null });
    store.remove(path, name, ADMIN);
    return;
  }
  if (what === 1) {
    const change = log.last();
    const file = change?.files[0];
    if (!file) return;
    const undone = file.path.replace(".md", "");
    await scene.acknowledge({ kind: "file", name: undone, version: null });
    const outcome = store.undo(ADMIN);
    if (!outcome.ok) throw new Error(`undo: ${outcome.problem}`);
    if (file.before === null) return;
    const version = versionIn(Buffer.from(file.before).toString());
    await scene.acknowledge({ kind: "file", name: undone, version });
    return;
  }
  const version = scene.next();
  const bytes = Buffer.from(articleText(name, version));
  const read = ingestFile(path, bytes);
  if (!read.ok) throw new Error(read.reason);
  store.save(read.articles[0]!, { bytes, extension: ".md" }, ADMIN, path);
  await scene.acknowledge({ kind: "file", name, version });
}

async function build(scene: Scene, full: boolean): Promise<void> {
  const { corpusDir, indexDir, embedder, random } = scene;
  // Both ways of storing a change are used, whatever the size.
  const changesFrom = random.below(2) === 0 ? 10 : 100_000;
  const { generation } = await buildIndex({
    corpusDir,
    indexDir,
    embedder,
    full,
    changesFrom,
    startedBy: "the soak",
  });
  await scene.acknowledge({ kind: "in-use", generation });
}

async function goBack(scene: Scene): Promise<void> {
  const outcome = rollBack({ place: scene.indexDir, by: "the soak" });
  if (outcome.kind === "done")
    await scene.acknowledge({ kind: "in-use", generation: outcome.now.generation });
}

async function judge(scene: Scene): Promise<void> {
  const state = openState(scene.indexDir);
  const messageId = scene.next();
  state.saveFeedback({
    chatId: 1,
    messageId,
    userId: 1,
    question: `Câu hỏi ${messageId}?`,
    answer: "…",
    citations: [],
    verdict: "down",
  });
  state.close();
  await scene.acknowledge({ kind: "feedback", messageId });
}

/** What the process does in random order, each as often as it stands here. */
export const OPERATIONS: readonly ((scene: Scene) => Promise<void>)[] = [
  change,
  change,
  change,
  manage,
  manage,
  manage,
  judge,
  (scene) => build(scene, false),
  (scene) => build(scene, false),
  (scene) => build(scene, true),
  goBack,
];
