import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import xz from "xz-decompress";
import { parse } from "yaml";
import { z } from "zod";
import { normalizeText } from "../../src/language/text/normalize.ts";
import { segmentedForm, trainingSentences } from "./text.ts";
import { type Piece, UNKNOWN_ID, Unigram } from "./unigram.ts";
import { VocabularyBuilder, type VocabularySize } from "./vocabulary.ts";

/** An article to learn from; words of segmented corpora keep `_` between their syllables. */
interface TrainingArticle {
  readonly title: string;
  readonly lead: string;
  readonly paragraphs: readonly string[];
}

const line = z.tuple([z.string(), z.string(), z.array(z.string())]);

/** Reads the corpus: a folder of Markdown, or JSON Lines `[title, lead, [paragraph, …]]`, plain or `.xz`. */
export async function* readCorpus(path: string): AsyncGenerator<TrainingArticle> {
  if ((await stat(path)).isDirectory()) yield* readFolder(path);
  else yield* readLines(path);
}

async function* readLines(path: string): AsyncGenerator<TrainingArticle> {
  const file = createReadStream(path);
  const input = path.endsWith(".xz")
    ? Readable.fromWeb(new xz.XzReadableStream(Readable.toWeb(file) as never) as never)
    : file;
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (text.trim() === "") continue;
    const row = line.safeParse(JSON.parse(text));
    if (!row.success) throw new Error(`${path}, line ${number}: not [title, lead, [paragraph, …]]`);
    const [title, lead, paragraphs] = row.data;
    yield { title, lead, paragraphs };
  }
}

async function* readFolder(folder: string): AsyncGenerator<TrainingArticle> {
  const names = (await readdir(folder, { recursive: true })).sort();
  for (const name of names) {
    if (extname(name) !== ".md") continue;
    const text = normalizeText(await readFile(join(folder, name), "utf8"));
    const [, front, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/u.exec(text) ?? [null, "", text];
    const fields: unknown = front === "" ? {} : parse(front!);
    const title = z.object({ title: z.coerce.string() }).safeParse(fields).data?.title;
    const blocks = body!
      .split(/\n\s*\n/u)
      .map((block) => block.replace(/^#+\s*/u, "").trim())
      .filter((block) => block !== "");
    const [lead, ...paragraphs] = title === undefined ? blocks.slice(1) : blocks;
    yield { title: title ?? blocks[0] ?? "", lead: lead ?? "", paragraphs };
  }
}

/** Title without segmentation, case or punctuation: what articles are compared by. */
export function titleKey(title: string): string {
  return title
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Titles of a JSON file `[{title, …}]`, as {@link titleKey}s. */
export async function readTitles(path: string): Promise<Set<string>> {
  const rows = z
    .array(z.object({ title: z.string() }))
    .parse(JSON.parse(await readFile(path, "utf8")));
  return new Set(rows.map((row) => titleKey(row.title)));
}

/** Growing typed array. */
class Ids {
  data = new Uint16Array(1 << 20);
  length = 0;

  push(ids: readonly number[]): void {
    if (this.length + ids.length > this.data.length) {
      const larger = new Uint16Array(this.data.length * 2);
      larger.set(this.data);
      this.data = larger;
    }
    for (const id of ids) if (id !== UNKNOWN_ID) this.data[this.length++] = id;
  }
}

/** Which reading of a sentence: as written, or as typed without marks. */
export type Reading = "marked" | "folded";

/**
 * The corpus as piece ids. Sentences stand in reading order: title, lead, body; an article is a run
 * of sentences `articleStart[a] … articleStart[a + 1]`, its title the first, its lead the next
 * `leadSentences[a]`. Unknown pieces are left out.
 */
export class Dataset {
  readonly articleStart: number[] = [0];
  readonly leadSentences: number[] = [];
  private readonly ids = { marked: new Ids(), folded: new Ids() };
  private readonly ends = { marked: [0], folded: [0] };

  get articles(): number {
    return this.leadSentences.length;
  }

  /** Pieces of sentence `s`; a view, not a copy. */
  sentence(s: number, reading: Reading): Uint16Array {
    const ends = this.ends[reading];
    return this.ids[reading].data.subarray(ends[s]!, ends[s + 1]!);
  }

  add(tokenizer: Unigram, title: string, lead: readonly string[], body: readonly string[]): void {
    for (const sentence of [title, ...lead, ...body]) {
      const text = sentence.replaceAll("_", " ");
      this.ids.marked.push(tokenizer.encode(text));
      this.ids.folded.push(tokenizer.encode(text, true));
      this.ends.marked.push(this.ids.marked.length);
      this.ends.folded.push(this.ids.folded.length);
    }
    this.leadSentences.push(lead.length);
    this.articleStart.push(this.ends.marked.length - 1);
  }

  /** How often each piece occurs, both readings together. */
  pieceCounts(vocabulary: number): Float64Array {
    const counts = new Float64Array(vocabulary);
    for (const reading of ["marked", "folded"] as const) {
      const { data, length } = this.ids[reading];
      for (let i = 0; i < length; i++) counts[data[i]!]!++;
    }
    return counts;
  }
}

/** Sentences of one article in tokenizer form. */
interface Prepared {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}

interface LoadedCorpus {
  readonly tokenizer: Unigram;
  readonly data: Dataset;
  /** Articles left out because their title is in the exclusion list. */
  readonly excluded: number;
}

/**
 * Reads the corpus, chooses the vocabulary (or takes `pieces` as they are) and cuts all text into pieces.
 *
 * @param exclude Title keys of articles to leave out. @param onArticle Called for each article read.
 */
export async function loadCorpus(
  path: string,
  options: {
    readonly size: VocabularySize;
    readonly pieces?: readonly Piece[] | undefined;
    readonly exclude: ReadonlySet<string>;
    readonly onArticle?: (stage: "read" | "cut", done: number, total: number) => void;
  },
): Promise<LoadedCorpus> {
  const prepared: Prepared[] = [];
  const builder = new VocabularyBuilder();
  let excluded = 0;
  for await (const article of readCorpus(path)) {
    if (options.exclude.has(titleKey(article.title))) {
      excluded++;
      continue;
    }
    const title = segmentedForm(article.title);
    const lead = trainingSentences(article.lead);
    const body = article.paragraphs.flatMap(trainingSentences);
    if (options.pieces === undefined) for (const s of [title, ...lead, ...body]) builder.add(s);
    prepared.push({ title, lead: lead.join("\n"), body: body.join("\n") });
    options.onArticle?.("read", prepared.length, prepared.length);
  }
  if (prepared.length === 0) throw new RangeError(`no articles found in ${path}`);
  const tokenizer = new Unigram(options.pieces ?? builder.build(options.size));
  const data = new Dataset();
  const lines = (text: string) => (text === "" ? [] : text.split("\n"));
  for (const [i, { title, lead, body }] of prepared.entries()) {
    data.add(tokenizer, title, lines(lead), lines(body));
    options.onArticle?.("cut", i + 1, prepared.length);
  }
  return { tokenizer, data, excluded };
}
