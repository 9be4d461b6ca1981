import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { buffer } from "node:stream/consumers";
import type { Actor, CorpusStore } from "../../../articles/corpus/index.ts";
import { FETCH_LIMITS } from "../../../articles/fetch/index.ts";
import {
  articleId,
  type DocumentInput,
  type EventDifference,
  findAlike,
  findSame,
  leftOutLetters,
  recognised,
} from "../../../articles/parse/index.ts";
import { formatPartialDate, normalizeLine } from "../../../language/text/index.ts";
import { type Locale, localeFor } from "../../../locale/index.ts";
import type { Article, LeftOut } from "../../../model/index.ts";
import { type ReadOutcome, readBytes, readPage, SAFE_READING } from "../../shared/index.ts";
import { note, printableName, printLine, UsageError, wrap } from "../io.ts";
import { commandLineActor, withCorpus } from "../open.ts";
import { type CommandEngine, startEngine } from "../settings.ts";
import { indexChanges } from "./index.ts";

/**
 * Reads what somebody names on the command line: an address, a file, or `-` for standard input. Never throws for
 * anything that a server, a file or a document does.
 *
 * @param known Metadata that wins over what the source shows.
 */
async function readSource(
  source: string,
  known: NonNullable<DocumentInput["known"]>,
  locale: Locale,
): Promise<ReadOutcome> {
  if (/^[a-z][a-z0-9+.-]*:\/\//iu.test(source))
    return await readPage(source, SAFE_READING, locale, known);
  const bytes = source === "-" ? await buffer(process.stdin) : fileBytes(source);
  if (typeof bytes === "string") return { ok: false, text: bytes };
  const fileName = source === "-" ? null : basename(source);
  return await readBytes({ bytes, fileName, known }, SAFE_READING, locale, onPage);
}

/** On the error stream: what is printed is the result alone. */
function onPage(page: number, pages: number): void {
  process.stderr.write(`reading page ${page} of ${pages} from its picture\n`);
}

/** The content of a file, or why it cannot be had. */
function fileBytes(path: string): Uint8Array | string {
  try {
    const found = statSync(path);
    if (!found.isFile()) return "It is no file. Name the files themselves.";
    if (found.size > FETCH_LIMITS.maxBytes) return "It is over 20 MB. Add the article alone.";
    return readFileSync(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") return "There is no such file. Check the path.";
    return `It cannot be read (${code}). Check its permissions.`;
  }
}

const WIDTH = 100;

/** `pictures of pages 1, 2 of 2 (sureness 91 of 100)`. */
export function imageText({ sureness, pages, unread, of }: NonNullable<Article["image"]>): string {
  const left = unread.length === 0 ? "" : `; not readable, left out: ${unread.join(", ")}`;
  return `pictures of pages ${pages.join(", ")} of ${of} (sureness ${sureness} of 100)${left}`;
}

/** How much of the source is not in the article, and why: "412 of 3900 letters: furniture 300, related 112". */
export function leftOutText(leftOut: LeftOut): string {
  const reasons = Object.entries(leftOut.left).map(([reason, letters]) => `${reason} ${letters}`);
  const told = reasons.length === 0 ? "" : `: ${reasons.join(", ")}`;
  return `${leftOutLetters(leftOut)} of ${leftOut.source} letters${told}`;
}

/** What was recognised of an article, in indented lines. */
function recognisedText(article: Article): string {
  const { title, source, url, published, event, syllables, opening } = recognised(article);
  const days = event === null ? [] : [event.date, ...(event.endDate ? [event.endDate] : [])];
  const fields = {
    title,
    source: source ?? "unknown",
    url: url ?? "unknown",
    published: published ?? "unknown",
    event: days.flatMap((day) => formatPartialDate(day) ?? []).join(" – ") || "unknown",
    length:
      article.leftOutChars === undefined
        ? `${syllables} words`
        : `${syllables} words; the article is too long, its last ${article.leftOutChars} characters are left out`,
    ...(article.image === undefined ? {} : { "read from": imageText(article.image) }),
    "left out": article.leftOut == null ? "unknown" : leftOutText(article.leftOut),
  };
  const lines = Object.entries(fields).map(([name, value]) => `  ${name}: ${value}`);
  const text = wrap(opening, WIDTH).map((line) => `  | ${line}`);
  return [...lines, ...text].join("\n");
}

interface AddOptions {
  readonly title?: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly source?: string;
  readonly dryRun?: boolean;
  /** Id of the article that is replaced, whatever the index holds. */
  readonly update?: string;
  /** Add it even where the same article is there. */
  readonly asNew?: boolean;
}

interface Saved {
  readonly article: Article;
  readonly path: string;
}

const WHY = { url: "the same page", text: "the same text", named: "as you said" } as const;

/** What an article is the same as or alike to. */
interface Similar {
  readonly path: string;
  readonly by: "url" | "text" | "alike" | "named";
  readonly difference?: EventDifference | undefined;
}

/** The article that is replaced, or alike: an indexed one, or one that this command saved before. */
async function similarTo(
  article: Article,
  { update }: AddOptions,
  engine: CommandEngine,
  saved: readonly Saved[],
): Promise<Similar | null> {
  if (update !== undefined) return { path: engine.article(update)!.path, by: "named" };
  const indexed = await engine.sameAs(article);
  if (indexed !== null && indexed.by !== "alike") return indexed;
  const articles = saved.map((one) => one.article);
  const pathOf = (one: Article) => saved.find((other) => other.article === one)!.path;
  const same = findSame(article, articles);
  if (same !== null) return { path: pathOf(same.candidate), by: same.by };
  if (indexed !== null) return indexed;
  const alike = findAlike(article, articles);
  if (alike === null) return null;
  return { path: pathOf(alike.candidate), by: "alike", difference: alike.difference };
}

function knownOf({ title, date, source }: AddOptions): NonNullable<DocumentInput["known"]> {
  return {
    ...(title === undefined ? {} : { title: normalizeLine(title) }),
    ...(date === undefined ? {} : { published: date }),
    ...(source === undefined ? {} : { source: normalizeLine(source) }),
  };
}

/** `add`: reads addresses, files or standard input into the corpus, and indexes them together. @returns 1 where one failed. */
export async function add(sources: readonly string[], options: AddOptions): Promise<number> {
  const one = options.title !== undefined || options.date !== undefined;
  if (one && sources.length > 1)
    throw new UsageError("--title and --date go with one article; add the others apart");
  if (options.update !== undefined && (sources.length > 1 || options.asNew))
    throw new UsageError("--update goes with one article, and not with --as-new");
  if (sources.filter((source) => source === "-").length > 1)
    throw new UsageError("standard input can be read once");
  return await withCorpus(async ({ config, logger, corpus }) => {
    const actor = commandLineActor();
    const locale = localeFor(config.language);
    const { saved, failed } = await addAll(sources, options, {
      actor,
      locale,
      store: corpus.store,
    });
    if (saved.length > 0 && !options.dryRun) {
      const counters = await indexChanges(config, actor.name, logger);
      const refused = counters?.failures.filter(({ path }) => saved.some((s) => s.path === path));
      for (const { path, reason } of refused ?? [])
        note(`failed ${printableName(path)}: the index does not take it. ${reason}`);
      if (counters !== null)
        await printLine('indexed; take the last change back with "npm run -s cli -- undo"');
      if (refused && refused.length > 0) return 1;
    }
    return failed ? 1 : 0;
  });
}

function told(path: string, same: string | null, similar: Similar | null, options: AddOptions) {
  if (same === null) return options.dryRun ? "would add" : `added ${articleId(path)}`;
  const why = WHY[similar!.by as keyof typeof WHY];
  return `${options.dryRun ? "would update" : "updated"} ${articleId(path)} (${why})`;
}

/** Both are kept; who knows better can replace the one by the other. */
function doubt({ path, difference }: Similar): string {
  const { own = "", other = "" } = difference ?? {};
  const id = articleId(path);
  return (
    `  note: almost word for word like ${id}, but with "${own}" where that has "${other}"; both are kept.\n` +
    `  If it is the same report, "undo" and add it again with --update ${id}; --as-new adds it without this note.`
  );
}

async function addAll(
  sources: readonly string[],
  options: AddOptions,
  { actor, locale, store }: { actor: Actor; locale: Locale; store: CorpusStore },
): Promise<{ readonly saved: readonly Saved[]; readonly failed: boolean }> {
  const saved: Saved[] = [];
  let failed = false;
  const engine = await startEngine();
  try {
    const { update } = options;
    if (update !== undefined && engine.article(update) === null)
      throw new UsageError(`there is no article ${update}; "articles WORDS" shows ids`);
    for (const source of sources) {
      const read = await readSource(source, knownOf(options), locale);
      if (!read.ok) {
        failed = true;
        note(`failed ${printableName(source)}: ${read.text}`);
        continue;
      }
      const { article, original } = read;
      const similar = await similarTo(article, options, engine, saved);
      const same =
        similar === null || similar.by === "alike" || options.asNew ? null : similar.path;
      const path = options.dryRun
        ? (same ?? "")
        : store.save(article, original, actor, same ?? undefined);
      saved.push({ article, path });
      await printLine(
        `${told(path, same, similar, options)} from ${printableName(source)}\n${recognisedText(article)}`,
      );
      if (similar?.by === "alike" && !options.asNew) await printLine(doubt(similar));
    }
  } finally {
    await engine.close();
  }
  return { saved, failed };
}
