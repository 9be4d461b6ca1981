import type { Actor } from "../../corpus/actor.ts";
import type { CorpusStore } from "../../corpus/corpus-store.ts";
import type { Article } from "../../ingest/article.ts";
import type { DocumentInput } from "../../ingest/document.ts";
import { articleId } from "../../ingest/file-name.ts";
import { findSame } from "../../ingest/same-article.ts";
import type { Locale } from "../../locale/locale.ts";
import { localeFor } from "../../locale/locales.ts";
import { printableName } from "../../terminal/printable.ts";
import { normalizeLine } from "../../text/normalize.ts";
import { commandLineActor } from "../actor.ts";
import { readSource } from "../adding/read-source.ts";
import { recognisedText } from "../adding/recognised-text.ts";
import { type CommandEngine, startEngine } from "../engine.ts";
import { indexChanges } from "../index-changes.ts";
import { note, printLine, UsageError } from "../io.ts";
import { openCommandCorpus } from "../open-corpus.ts";

export interface AddOptions {
  readonly title?: string;
  /** Day of publication, `YYYY-MM-DD`. */
  readonly date?: string;
  readonly source?: string;
  readonly dryRun?: boolean;
}

interface Saved {
  readonly article: Article;
  readonly path: string;
}

const WHY = { url: "the same page", text: "the same text" } as const;

/** The article that is replaced: an indexed one, or one that this command saved before. */
async function sameOf(article: Article, engine: CommandEngine, saved: readonly Saved[]) {
  const indexed = await engine.sameAs(article);
  if (indexed !== null) return { path: indexed.path, by: indexed.by };
  const same = findSame(
    article,
    saved.map((one) => one.article),
  );
  if (same === null) return null;
  return { path: saved.find((one) => one.article === same.candidate)!.path, by: same.by };
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
  if (one && sources.length > 1) {
    throw new UsageError("--title and --date go with one article; add the others apart");
  }
  if (sources.filter((source) => source === "-").length > 1) {
    throw new UsageError("standard input can be read once");
  }
  const { config, logger, corpus } = await openCommandCorpus();
  try {
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
      for (const { path, reason } of refused ?? []) {
        note(`failed ${printableName(path)}: the index does not take it. ${reason}`);
      }
      if (counters !== null) {
        await printLine('indexed; take the last change back with "npm run -s cli -- undo"');
      }
      if (refused && refused.length > 0) return 1;
    }
    return failed ? 1 : 0;
  } finally {
    corpus.close();
  }
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
    for (const source of sources) {
      const read = await readSource(source, knownOf(options), locale);
      if (!read.ok) {
        failed = true;
        note(`failed ${printableName(source)}: ${read.reason}`);
        continue;
      }
      const { article, original } = read;
      const same = await sameOf(article, engine, saved);
      const path = options.dryRun
        ? (same?.path ?? "")
        : store.save(article, original, actor, same?.path);
      saved.push({ article, path });
      const what =
        same === null
          ? options.dryRun
            ? "would add"
            : `added ${printableName(articleId(path))}`
          : `${options.dryRun ? "would update" : "updated"} ${printableName(articleId(path))} (${WHY[same.by]})`;
      await printLine(`${what} from ${printableName(source)}\n${recognisedText(article)}`);
    }
  } finally {
    await engine.close();
  }
  return { saved, failed };
}
