import { setImmediate } from "node:timers/promises";
import type { PostgresSession, PostgresValue } from "../../storage/postgres/index.ts";
import { ARTICLE_COLUMNS, CHUNK_COLUMNS } from "../read/stored-rows.ts";
import { digestOfVisit, type LocalArticle, type LocalVisit, VISIT_COLUMNS } from "./local-rows.ts";
import { insertVectors, vectorText } from "./vectors.ts";
import { termVector } from "./words.ts";

/** Chunks that are sent together: some megabytes. */
const BATCH = 500;

/** Types of columns that are no texts. */
const TYPES: Readonly<Record<string, string>> = Object.fromEntries([
  ...["row", "ordinal", "start", "end", "marked_words", "folded_words", "visit"].map((name) => [
    name,
    "integer",
  ]),
  ...["first_day", "last_day", "planned", "born"].map((name) => [name, "integer"]),
  ...["sentence_vectors", "sentence_lengths", "token_ids", "vector"].map((name) => [name, "bytea"]),
  ...["reports", "record"].map((name) => [name, "bytea"]),
]);

const named = (columns: string) =>
  columns.split(",").map((name) => name.trim().replaceAll('"', ""));

/** Collects rows of a table and sends them together. */
class Batch {
  readonly #sql: string;
  readonly #columns: PostgresValue[][];

  constructor(
    private readonly session: PostgresSession,
    table: string,
    columns: readonly string[],
    generation: number,
    types = TYPES,
  ) {
    this.#columns = columns.map(() => []);
    const list = columns.map((name) => `"${name}"`).join(", ");
    const values = columns.map((name, i) => `$${i + 1}::${types[name] ?? "text"}[]`).join(", ");
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
    await this.session.query(this.#sql, values);
  }
}

/** Writes the rows of a generation that is not yet seen. */
export class RowWriter {
  readonly #files: Batch;
  readonly #articles: Batch;
  readonly #chunks: Batch;
  readonly #words: Batch;
  #vectors: { row: number; text: string }[] = [];
  #row: number;

  /** @param lastRow The highest row number of the generations before; none is given twice. */
  constructor(
    private readonly session: PostgresSession,
    private readonly generation: number,
    /** Of the table for vectors; null: there is none. */
    private readonly dimension: number | null,
    lastRow: number,
  ) {
    this.#row = lastRow;
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
    const types = { row: "integer", marked: "tsvector", folded: "tsvector" };
    this.#words = new Batch(session, "chunk_words", Object.keys(types), generation, types);
  }

  /** The highest row number so far. */
  get lastRow(): number {
    return this.#row;
  }

  /** Writes a file with its articles. */
  async file(
    path: string,
    sha256: string,
    digest: string,
    articles: readonly LocalArticle[],
  ): Promise<void> {
    this.#files.add([path, sha256, digest]);
    for (const { values, title, reports, chunks } of articles) {
      this.#articles.add([path, ...values, title.folded, reports]);
      for (const { values: columns, body, vector } of chunks) {
        const row = ++this.#row;
        const words = [`${title.marked} ${body.marked}`, `${title.folded} ${body.folded}`];
        this.#chunks.add([row, ...columns, body.folded, ...words.map(countWords)]);
        this.#words.add([
          row,
          termVector(title.marked, body.marked),
          termVector(title.folded, body.folded),
        ]);
        if (vector) this.#vectors.push({ row, text: vectorText(vector) });
      }
    }
    if (this.#chunks.size >= BATCH || this.#articles.size >= BATCH) await this.#send();
    // A turn for messages, or nobody could cancel.
    await setImmediate();
  }

  /** Sends what is left of files. */
  async end(): Promise<void> {
    await this.#send();
  }

  async #send(): Promise<void> {
    await this.#files.send();
    await this.#articles.send();
    await this.#chunks.send();
    await this.#words.send();
    const vectors = this.#vectors.splice(0);
    if (this.dimension === null || vectors.length === 0) return;
    await insertVectors(
      this.session,
      this.dimension,
      this.generation,
      vectors.map(({ row }) => row),
      vectors.map(({ text }) => text),
    );
  }

  /** Writes visits, which are read one by one. */
  async visits(list: readonly (() => LocalVisit)[]): Promise<void> {
    const [last] = (await this.session.query("SELECT coalesce(max(visit), 0) FROM visit_rows"))[0]!;
    let row = last as number;
    const columns = ["visit", ...named(VISIT_COLUMNS), "record", "digest"];
    const rows = new Batch(this.session, "visit_rows", columns, this.generation);
    let tellers: [visit: number, articleId: string][] = [];
    const send = async () => {
      await rows.send();
      const some = tellers;
      tellers = [];
      await this.session.query(
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
