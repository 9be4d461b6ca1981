import { setImmediate } from "node:timers/promises";
import type { PostgresSession, PostgresValue } from "../../storage/postgres/index.ts";
import { ARTICLE_COLUMNS, CHUNK_COLUMNS } from "../read/stored-rows.ts";
import { digestOfVisit, type LocalArticle, type LocalVisit, VISIT_COLUMNS } from "./local-rows.ts";
import { PostingsWriter } from "./postings.ts";
import { insertVectors, vectorText } from "./vectors.ts";

/** Chunks that are sent together: some megabytes. */
const BATCH = 500;
/** Chunks whose lists of words are put together in memory: some hundred megabytes. */
const PART = 40_000;
/** Lists that are sent together. */
const LISTS = 5_000;

/** Types of columns that are no texts. */
const TYPES: Readonly<Record<string, string>> = Object.fromEntries([
  ...["row", "ordinal", "start", "end", "marked_words", "folded_words", "part", "visit"].map(
    (name) => [name, "integer"],
  ),
  ...["first_day", "last_day", "planned", "born"].map((name) => [name, "integer"]),
  ...["sentence_vectors", "sentence_lengths", "token_ids", "vector", "entries"].map((name) => [
    name,
    "bytea",
  ]),
  ...["reports", "record"].map((name) => [name, "bytea"]),
]);

const named = (columns: string) =>
  columns.split(",").map((name) => name.trim().replaceAll('"', ""));

/** Collects rows of a table and sends them together. */
class Batch {
  readonly #session: PostgresSession;
  readonly #sql: string;
  readonly #columns: PostgresValue[][];

  constructor(
    session: PostgresSession,
    table: string,
    columns: readonly string[],
    generation: number,
  ) {
    this.#session = session;
    this.#columns = columns.map(() => []);
    const list = columns.map((name) => `"${name}"`).join(", ");
    const values = columns.map((name, i) => `$${i + 1}::${TYPES[name] ?? "text"}[]`).join(", ");
    this.#sql = `INSERT INTO ${table} (${list}, born) SELECT *, ${generation} FROM unnest(${values})`;
  }

  get size(): number {
    return this.#columns[0]!.length;
  }

  add(values: readonly PostgresValue[]): void {
    for (const [i, column] of this.#columns.entries()) column.push(values[i]!);
  }

  async send(): Promise<void> {
    if (this.size === 0) return;
    const values = this.#columns.map((column) => column.splice(0) as PostgresValue);
    await this.#session.query(this.#sql, values);
  }
}

/** Writes the rows of a generation that is not yet seen. */
export class RowWriter {
  readonly #session: PostgresSession;
  readonly #generation: number;
  /** Of the table for vectors; null: there is none. */
  readonly #dimension: number | null;
  readonly #files: Batch;
  readonly #articles: Batch;
  readonly #chunks: Batch;
  #vectors: { row: number; text: string }[] = [];
  readonly #marked = new PostingsWriter();
  readonly #folded = new PostingsWriter();
  #inPart = 0;
  #part = 0;
  #row = 0;

  constructor(session: PostgresSession, generation: number, dimension: number | null) {
    this.#session = session;
    this.#generation = generation;
    this.#dimension = dimension;
    const batch = (table: string, columns: readonly string[]) =>
      new Batch(session, table, columns, generation);
    this.#files = batch("files", ["path", "sha256", "digest"]);
    this.#articles = batch("articles", [
      "path",
      ...named(ARTICLE_COLUMNS),
      "folded_title",
      "reports",
    ]);
    this.#chunks = batch("chunks", [
      ...named(CHUNK_COLUMNS),
      "folded",
      "marked_words",
      "folded_words",
    ]);
  }

  /**
   * Looks for row numbers that are free.
   *
   * @param wanted How many are needed where everything is written anew: low ones are taken again then, if so many are
   *   free, because what is kept in memory of a chunk stands at its number. Else numbers go on.
   */
  async begin(wanted: number | null): Promise<void> {
    const [row] = await this.#session.query(
      'SELECT coalesce(min("row"), 0), coalesce(max("row"), 0) FROM chunks',
    );
    const [lowest, highest] = row as [number, number];
    this.#row = wanted !== null && lowest > wanted ? 0 : highest;
  }

  /** Writes a file with its articles. */
  async file(
    path: string,
    sha256: string,
    digest: string,
    articles: readonly LocalArticle[],
  ): Promise<void> {
    const first = this.#row + 1;
    this.#files.add([path, sha256, digest]);
    for (const { values, title, reports, chunks } of articles) {
      this.#articles.add([path, ...values, title.folded, reports]);
      for (const { values: columns, body, vector } of chunks) {
        const row = ++this.#row;
        const words = [`${title.marked} ${body.marked}`, `${title.folded} ${body.folded}`];
        this.#chunks.add([row, ...columns, body.folded, ...words.map(countWords)]);
        if (vector) this.#vectors.push({ row, text: vectorText(vector) });
      }
    }
    if (this.#chunks.size >= BATCH || this.#articles.size >= BATCH) await this.#send();
    await this.words(first, articles);
  }

  /** Writes where the words of a file stand, whose chunks have the rows from `first` on. */
  async words(first: number, articles: readonly LocalArticle[]): Promise<void> {
    let row = first;
    for (const { title, chunks } of articles)
      for (const { body } of chunks) {
        this.#marked.add(row, title.marked, body.marked);
        this.#folded.add(row, title.folded, body.folded);
        row++;
      }
    this.#inPart += row - first;
    if (this.#inPart >= PART) await this.#sendWords();
    // A turn for messages, or nobody could cancel.
    await setImmediate();
  }

  /** Sends what is left of files and words. */
  async end(): Promise<void> {
    await this.#send();
    await this.#sendWords();
  }

  async #send(): Promise<void> {
    await this.#files.send();
    await this.#articles.send();
    await this.#chunks.send();
    const vectors = this.#vectors.splice(0);
    if (this.#dimension === null || vectors.length === 0) return;
    await insertVectors(
      this.#session,
      this.#dimension,
      this.#generation,
      vectors.map(({ row }) => row),
      vectors.map(({ text }) => text),
    );
  }

  async #sendWords(): Promise<void> {
    const part = this.#part++;
    this.#inPart = 0;
    for (const [folded, writer] of [
      [false, this.#marked],
      [true, this.#folded],
    ] as const) {
      const lists = writer.take();
      for (let from = 0; from < lists.length; from += LISTS) {
        const some = lists.slice(from, from + LISTS);
        await this.#session.query(
          `INSERT INTO postings (folded, term, part, entries, born)
           SELECT $1, term, $2, entries, $3 FROM unnest($4::text[], $5::bytea[]) AS q (term, entries)`,
          [
            folded,
            part,
            this.#generation,
            some.map(([term]) => term),
            some.map(([, list]) => list),
          ],
        );
      }
    }
  }

  /** Writes visits, which are read one by one. */
  async visits(list: readonly (() => LocalVisit)[]): Promise<void> {
    const [last] = (
      await this.#session.query("SELECT coalesce(max(visit), 0) FROM visit_rows")
    )[0]!;
    let row = last as number;
    const columns = ["visit", ...named(VISIT_COLUMNS), "record", "digest"];
    const rows = new Batch(this.#session, "visit_rows", columns, this.#generation);
    let tellers: [visit: number, articleId: string][] = [];
    const send = async () => {
      await rows.send();
      const some = tellers;
      tellers = [];
      await this.#session.query(
        "INSERT INTO visit_article_rows (visit, article_id) SELECT * FROM unnest($1::integer[], $2::text[])",
        [some.map(([visit]) => visit), some.map(([, id]) => id)],
      );
    };
    for (const read of list) {
      const visit = read();
      row++;
      rows.add([row, ...visit.values, digestOfVisit(visit)]);
      for (const id of visit.articles) tellers.push([row, id]);
      if (rows.size >= BATCH) await send();
    }
    if (rows.size > 0) await send();
  }
}

const countWords = (text: string) => text.split(" ").filter((word) => word !== "").length;
