import { createHash } from "node:crypto";
import type { SqlRow, SqlValue } from "../../storage/index.ts";
import type { Manifest } from "../files/manifest.ts";
import { hasChanges, openDatabase } from "../files/schema.ts";
import { chunkWords } from "../files/stored-words.ts";
import { ARTICLE_COLUMNS, CHUNK_COLUMNS, unitVectorOf } from "../read/stored-rows.ts";

/** Words parted by single spaces, with marks and folded. */
interface TextForms {
  readonly marked: string;
  readonly folded: string;
}

/** A chunk as a local generation has it: `values` without its row number, which is the generation's own. */
interface LocalChunk {
  readonly ordinal: number;
  readonly values: readonly SqlValue[];
  readonly body: TextForms;
  readonly vector: Float32Array | null;
}

export interface LocalArticle {
  readonly id: string;
  /** In the order of `ARTICLE_COLUMNS`. */
  readonly values: SqlRow;
  readonly title: TextForms;
  readonly reports: Uint8Array | null;
  readonly chunks: readonly LocalChunk[];
}

export interface LocalVisit {
  readonly id: string;
  /** Columns of `visits` but the first, then the packed visit. */
  readonly values: readonly SqlValue[];
  readonly articles: readonly string[];
}

/** Columns of a visit, in the order of `LocalVisit.values`. */
export const VISIT_COLUMNS =
  "id, articles, first_day, last_day, published, planned, kind, host, guest, host_places, guest_places, " +
  "counterpart, counterpart_places, place, place_places, people, names, topics, words, counterpart_list, place_list";

/** Opens a complete generation; its files must have been compared with the sidecar. */
export function openLocalRows(dir: string, manifest: Manifest) {
  const db = openDatabase(dir, manifest);
  const articles = db.prepare(
    `SELECT ${ARTICLE_COLUMNS} FROM articles WHERE path = ? ORDER BY part_of IS NOT NULL, id`,
  );
  const chunks = db.prepare(
    `SELECT ${CHUNK_COLUMNS} FROM chunks WHERE article_id = ? ORDER BY ordinal`,
  );
  const reports = db.prepare("SELECT reports FROM visit_reports WHERE article_id = ?");
  const words = chunkWords(db, hasChanges(manifest));
  const wordsOfTitle = db.prepare("SELECT words FROM articles WHERE id = ?");
  const wordsOfChunk = db.prepare("SELECT words FROM chunks WHERE row = ?");
  const formsOf = (row: number, packed: SqlRow): TextForms => {
    const blob = packed[0] as Uint8Array;
    return { marked: words.of(row).marked(blob), folded: words.of(row).folded(blob) };
  };
  const visit = db.prepare(`SELECT ${VISIT_COLUMNS} FROM visits WHERE visit = ?`);
  const record = db.prepare("SELECT record FROM visit_records WHERE visit = ?");
  const tellers = db.prepare(
    "SELECT article_id FROM visit_articles WHERE visit = ? ORDER BY article_id",
  );
  const { dimension } = manifest.model;
  return {
    files: (): { readonly path: string; readonly sha256: string }[] =>
      db
        .prepare("SELECT path, sha256 FROM files ORDER BY path")
        .all()
        .map(([path, sha256]) => ({ path: path as string, sha256: sha256 as string })),
    articles: (path: string): LocalArticle[] =>
      articles.all(path).map((values) => {
        const id = values[0] as string;
        let title: TextForms = { marked: "", folded: "" };
        const found = chunks.all(id).map((chunk): LocalChunk => {
          const [row, , ordinal] = chunk as [number, string, number];
          title = formsOf(row, wordsOfTitle.get(id)!);
          return {
            ordinal,
            values: chunk.slice(1),
            body: formsOf(row, wordsOfChunk.get(row)!),
            vector: unitVectorOf(chunk.at(-1) as Uint8Array | null, dimension),
          };
        });
        const told = (reports.get(id)?.[0] as Uint8Array | undefined) ?? null;
        return { id, values, title, reports: told, chunks: found };
      }),
    /** Numbers of the visits. */
    visits: (): number[] =>
      db
        .prepare("SELECT visit FROM visits ORDER BY visit")
        .all()
        .map(([row]) => row as number),
    visit(row: number): LocalVisit {
      const values = visit.get(row)!;
      return {
        id: values[0] as string,
        values: [...values, record.get(row)![0]!],
        articles: tellers.all(row).map(([id]) => id as string),
      };
    },
    close: (): void => db.close(),
  };
}

/** Everything of a generation on this disk that is published, file by file. */
export type LocalRows = ReturnType<typeof openLocalRows>;

function addValues(hash: ReturnType<typeof createHash>, values: readonly SqlValue[]): void {
  for (const value of values) {
    // The length keeps neighbours apart; what is no bytes is told from its text by the type.
    const bytes = value instanceof Uint8Array ? value : `${typeof value}:${value}`;
    hash.update(`${bytes.length};`).update(bytes);
  }
}

/** A digest of all that is stored of a file: two of the same are the same, whatever their rows are numbered. */
export function digestOfFile(sha256: string, articles: readonly LocalArticle[]): string {
  const hash = createHash("sha256").update(sha256);
  for (const { values, title, reports, chunks } of articles) {
    addValues(hash, [...values, title.marked, title.folded, reports]);
    for (const chunk of chunks)
      addValues(hash, [...chunk.values, chunk.body.marked, chunk.body.folded]);
  }
  return hash.digest("base64url");
}

export function digestOfVisit({ values, articles }: LocalVisit): string {
  const hash = createHash("sha256");
  addValues(hash, values);
  addValues(hash, articles);
  return hash.digest("base64url");
}
