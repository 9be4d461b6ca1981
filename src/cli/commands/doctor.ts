import { join } from "node:path";
import { CALIBRATION_FILE, readCalibration } from "../../answer/calibration.ts";
import { type Config, SHIPPED_MODEL } from "../../config/config.ts";
import { embedderOptions } from "../../config/embedder-options.ts";
import { createEmbedder } from "../../embedding/create-embedder.ts";
import { loadFeeds } from "../../feeds/feeds-file.ts";
import { currentManifest } from "../../index/current-manifest.ts";
import { activeHold } from "../../index/hold.ts";
import { lockHolder } from "../../index/lock.ts";
import { checkFiles, isProblem } from "../../index/manifest.ts";
import { openIndex } from "../../index/open-index.ts";
import { selfCheck } from "../../index/self-check.ts";
import { chunkFingerprint } from "../../ingest/chunk.ts";
import { listCorpus } from "../../ingest/corpus-files.ts";
import { maskSecrets } from "../../log/mask.ts";
import { type Check, check, checkLine } from "../doctor/check.ts";
import { checkData } from "../doctor/data.ts";
import { telegramBotName } from "../doctor/telegram.ts";
import { assertWritable } from "../doctor/writable.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

const BUILD = 'run "npm run -s cli -- index"';

function listed(corpusDir: string) {
  try {
    return listCorpus(corpusDir);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw new Error(`there is no folder ${corpusDir}`);
    throw new Error(`${corpusDir} cannot be read (${code})`);
  }
}

function corpus({ corpusDir }: Config): string {
  const { files, skipped } = listed(corpusDir);
  if (files.length === 0) throw new Error(`${corpusDir} holds no article`);
  const passed = skipped.length === 0 ? "" : `, ${skipped.length} others are skipped`;
  return `${corpusDir}: ${files.length} files${passed}`;
}

/** @param fingerprint The model's, or null where it can't be loaded. */
function index({ indexDir }: Config, fingerprint: string | null): string {
  const expected = {
    embedderFingerprint: fingerprint ?? undefined,
    chunkFingerprint: chunkFingerprint(),
  };
  const reader = openIndex(indexDir, expected);
  if (isProblem(reader)) throw new Error(reader.reason);
  const { generation, articles, chunks, builtAt } = reader.status();
  reader.close();
  const current = currentManifest(indexDir);
  if (!isProblem(current)) {
    // All of every file: opening trusts what nobody wrote to since it was hashed.
    const problem = checkFiles(current.dir, current.manifest);
    if (problem !== null) throw new Error(problem.reason);
    selfCheck(current.dir, current.manifest);
  }
  const hold = activeHold(indexDir);
  const held = hold === null ? "" : `; rolled back to by ${hold.by}`;
  return `generation ${generation}: ${articles} articles, ${chunks} chunks, built ${builtAt}${held}`;
}

function access({ indexDir }: Config): string {
  assertWritable(indexDir);
  const holder = lockHolder(indexDir);
  const busy = holder
    ? `; being built by ${holder.startedBy} since ${holder.since.toISOString()}`
    : "";
  return `${indexDir} is writable${busy}`;
}

async function* checks(): AsyncGenerator<Check> {
  let config: Config | null = null;
  yield await check("config", "correct the environment or .env", () => {
    config = settings();
    return "every variable is right";
  });
  if (config === null) return;
  const known: Config = config;
  yield await check("corpus", "put articles there, or set CORPUS_DIR", () => corpus(known));
  let fingerprint: string | null = null;
  yield await check("model", "see README.md, EMBEDDING_MODEL", async () => {
    const embedder = await createEmbedder(embedderOptions(known));
    fingerprint = embedder.fingerprint;
    await embedder.close();
    return `${embedder.model}, ${embedder.dimension} dimensions`;
  });
  yield await check("answers", "git checkout brings it back", () => {
    const { threshold } = readCalibration(join(known.modelsDir, SHIPPED_MODEL, CALIBRATION_FILE));
    return `calibrated, refused below a confidence of ${threshold.toFixed(2)}`;
  });
  yield await check("index", BUILD, () => index(known, fingerprint));
  yield await check("data", "the command restore brings a backup back", () =>
    checkData(known.indexDir),
  );
  yield await check(
    "writing",
    "give the user of the bot the right to write, or set INDEX_DIR",
    () => access(known),
  );
  yield await check("feeds", "correct the file; feeds.example.yaml tells of every key", () => {
    const { length } = loadFeeds(known.feedsFile);
    return length === 0 ? "none are watched" : `${known.feedsFile}: ${length} are watched`;
  });
  const { botToken } = known;
  yield await check(
    "telegram",
    "check BOT_TOKEN; where Telegram is blocked set TELEGRAM_PROXY or TELEGRAM_API_ROOT",
    async () => {
      if (botToken === null) return "BOT_TOKEN is not set: chat in the terminal only";
      return `reached, the bot is ${await telegramBotName({ ...known, botToken })}`;
    },
  );
}

/** `doctor`: checks everything that the bot needs, a line each. @returns 1 where something is broken. */
export async function doctor(): Promise<number> {
  let broken = false;
  for await (const result of checks()) {
    broken ||= !result.ok;
    await printLine(maskSecrets(checkLine(result)));
  }
  return broken ? 1 : 0;
}
