import {
  accessSync,
  constants,
  existsSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { Agent, ProxyAgent, request } from "undici";
import { CALIBRATION_FILE, readCalibration } from "../../../answers/search/index.ts";
import { loadFeeds } from "../../../articles/feeds/index.ts";
import { listCorpus } from "../../../articles/parse/index.ts";
import { type Config, SHIPPED_MODEL } from "../../../config/index.ts";
import { createEmbedder, embedderOptions } from "../../../embedding/index.ts";
import {
  activeHold,
  checkFiles,
  type DatabasePlace,
  type DatabaseReport,
  indexPlace,
  inspectDatabase,
  isProblem,
  localManifest,
  openIndex,
} from "../../../index/index.ts";
import { DATA_VERSION, isWhole, readDataVersion, selfCheck } from "../../../indexing/index.ts";
import { maskSecrets } from "../../../log/index.ts";
import { chunkFingerprint } from "../../../model/index.ts";
import { IndexError, lockHolder } from "../../../storage/index.ts";
import { printLine } from "../io.ts";
import { settings } from "../settings.ts";

/** Result of one check; `next` is what to do where it is not ok. */
interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly found: string;
  readonly next?: string;
}

/** Runs a check; a throw is its failure. */
async function check(
  name: string,
  next: string,
  run: () => string | Promise<string>,
): Promise<Check> {
  try {
    return { name, ok: true, found: await run() };
  } catch (error) {
    return { name, ok: false, found: (error as Error).message, next };
  }
}

/** One line: what, ok or not, next step. */
function checkLine({ name, ok, found, next }: Check): string {
  const line = `${ok ? "ok    " : "not ok"}  ${name.padEnd(8)}  ${found.replaceAll("\n", " ")}`;
  return ok || next === undefined ? line : `${line} -> ${next}`;
}

/**
 * Looks at what the bot keeps beside the index: its version, and whether each database is whole.
 *
 * @throws {Error} Naming what is damaged, or saying that a newer program wrote it.
 */
function checkData(indexDir: string): string {
  if (!statSync(indexDir, { throwIfNoEntry: false })?.isDirectory()) return "nothing is kept yet";
  const version = readDataVersion(indexDir);
  const databases = readdirSync(indexDir).filter(
    (name) => name.endsWith(".db") && name !== "lock.db",
  );
  const damaged = databases.filter((name) => !isWhole(join(indexDir, name)));
  if (damaged.length > 0)
    throw new IndexError(
      `${damaged.join(", ")} in ${indexDir}: damaged. The bot's next start puts it aside and begins a new one.`,
    );
  const migration = version < DATA_VERSION ? `, migrated to ${DATA_VERSION} by the next start` : "";
  const whole = databases.length === 0 ? "no database yet" : `${databases.join(", ")} whole`;
  return `version ${version}${migration}; ${whole}`;
}

const TIMEOUT_MS = 5_000;
/** More than any getMe reply. */
const MAX_BYTES = 100_000;

async function get(url: string, proxy: string | null): Promise<string> {
  const options = { maxResponseSize: MAX_BYTES };
  const dispatcher =
    proxy === null ? new Agent(options) : new ProxyAgent({ ...options, uri: proxy });
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const { body } = await request(url, { dispatcher, signal });
    return await body.text();
  } catch (error) {
    throw signal.aborted ? new Error(`no reply within ${TIMEOUT_MS / 1000} s`) : error;
  }
}

/**
 * Asks Telegram who the token's bot is.
 *
 * @returns The bot's user name.
 * @throws {Error} Saying whether Telegram was not reached or said no.
 */
async function telegramBotName(config: Config): Promise<string> {
  const { botToken, telegramApiRoot, telegramProxy } = config;
  let text: string;
  try {
    text = await get(`${telegramApiRoot}/bot${botToken}/getMe`, telegramProxy);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Error(`${telegramApiRoot} is not reached (${message || code})`);
  }
  let reply: { ok?: boolean; result?: { username?: string }; description?: string };
  try {
    reply = JSON.parse(text);
  } catch {
    throw new Error(`${telegramApiRoot} is no Bot API server: its reply is not JSON`);
  }
  if (!reply.ok) throw new Error(`Telegram says: ${reply.description ?? "no"}`);
  return `@${reply.result?.username}`;
}

/**
 * Makes sure that files can be written in a folder, or that it can be created; leaves nothing behind.
 *
 * @param bytes Size of the file that is tried.
 * @throws {Error} Naming the folder that is not writable.
 */
export function assertWritable(dir: string, bytes = 1): void {
  let folder = dir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  try {
    accessSync(folder, constants.W_OK);
    if (folder !== dir) return;
    const probe = join(dir, `.write-test-${process.pid}`);
    try {
      writeFileSync(probe, "x".repeat(bytes), { flush: true });
    } finally {
      rmSync(probe, { force: true });
    }
  } catch (error) {
    throw new Error(`${folder} is not writable (${(error as NodeJS.ErrnoException).code})`);
  }
}

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
function index(config: Config, fingerprint: string | null): string {
  const place = indexPlace(config);
  const expected = {
    embedderFingerprint: fingerprint ?? undefined,
    chunkFingerprint: chunkFingerprint(),
  };
  const reader = openIndex(place, expected);
  if (isProblem(reader)) throw new Error(reader.reason);
  const { generation, articles, chunks, builtAt } = reader.status();
  reader.close();
  const current = typeof place === "string" ? localManifest(place) : null;
  if (current !== null && !isProblem(current)) {
    // All of every file: opening trusts what nobody wrote to since it was hashed.
    const problem = checkFiles(current.dir, current.manifest);
    if (problem !== null) throw new Error(problem.reason);
    selfCheck(current.dir, current.manifest);
  }
  const hold = activeHold(place);
  const held = hold === null ? "" : `; rolled back to by ${hold.by}`;
  return `generation ${generation}: ${articles} articles, ${chunks} chunks, built ${builtAt}${held}`;
}

/** What the databases are; the first thing that is wrong with them throws. */
function database(place: DatabasePlace): string {
  const { read, write } = inspectDatabase(place);
  const told = ({ name, server, vector, tables, behindSeconds }: DatabaseReport) => {
    const extension = vector === null ? "no pgvector: small indexes only" : `pgvector ${vector}`;
    const version = tables === null ? "no tables yet" : `tables of version ${tables}`;
    const replica = behindSeconds === null ? "" : `, a replica ${behindSeconds} s behind`;
    return `${name}: PostgreSQL ${server}, ${extension}, ${version}${replica}`;
  };
  if (write === null) return `${told(read)}; only read from here`;
  return place.readUrl === place.writeUrl ? told(write) : `${told(write)}; read from ${told(read)}`;
}

function access(config: Config): string {
  const { indexDir } = config;
  assertWritable(indexDir);
  const holder = lockHolder(indexDir);
  const busy = holder
    ? `; being built by ${holder.startedBy} since ${holder.since.toISOString()}`
    : "";
  return `${indexDir} is writable${busy}`;
}

/** Asks the language model one short question. */
async function writer(config: Config): Promise<string> {
  const { openWriter } = await import("../../shared/index.ts");
  const opened = await openWriter(config);
  if (opened === null) return "WRITER_URL is not set: answers are quoted";
  try {
    return `${opened.model} has answered in ${await opened.probe()} ms`;
  } catch (error) {
    throw new Error(`${opened.model} at ${config.writerUrl}: ${(error as Error).message}`);
  }
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
  const place = indexPlace(known);
  if (typeof place !== "string")
    yield await check("database", "see README.md, PostgreSQL", () => database(place));
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
  yield await check(
    "writer",
    "start the model's server, or check WRITER_URL, WRITER_MODEL and WRITER_API_KEY",
    () => writer(known),
  );
  const { botToken } = known;
  yield await check(
    "telegram",
    "check BOT_TOKEN; where Telegram is blocked set TELEGRAM_PROXY or TELEGRAM_API_ROOT",
    async () => {
      if (botToken === null) return "BOT_TOKEN is not set: chat in the terminal only";
      return `reached, the bot is ${await telegramBotName(known)}`;
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
