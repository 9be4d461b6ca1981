import { createReadStream } from "node:fs";
import { readdir, readFile, stat } from "node:fs/promises";
import { extname, join } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import xz from "xz-decompress";
import { parse } from "yaml";
import { z } from "zod";
import { normalizeText } from "../../src/language/text/normalize.ts";

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
