import type { IndexReader, IndexStatus, Register } from "../../model/index.ts";
import { articlesOfCorrection, correctionOf } from "../../visits/merge/index.ts";
import { type RegisterDatabase, sqlRegister } from "../../visits/register/index.ts";
import type { Manifest } from "../files/manifest.ts";
import type { Lexical } from "./lexical.ts";
import { unitVectorOf } from "./stored-rows.ts";
import { ExactIndex, type VectorIndex } from "./vector-index.ts";

/** Where the parts of one generation are looked for. */
interface SearchedParts {
  readonly vectors: VectorIndex;
  readonly marked: Lexical;
  readonly folded: Lexical;
  readonly tables: RegisterDatabase;
}

/** What every store does alike: both searches, and the register over its tables. */
export function searchingReader(
  { counts, register: told }: Manifest,
  { vectors, marked, folded, tables }: SearchedParts,
): Pick<
  IndexReader,
  "chunkCount" | "searchDense" | "searchLexical" | "documentFrequency" | "register" | "isTakenOut"
> {
  const takenOutOf = () =>
    new Set(
      (told.corrections ?? []).flatMap((line) => {
        const correction = correctionOf(line);
        return correction?.do === "wrong" ? articlesOfCorrection(correction) : [];
      }),
    );
  let takenOut: ReadonlySet<string> | null = null;
  const standsIn = (syllables: readonly string[]) =>
    folded.search([syllables.join(" ")], 1).length > 0;
  let register: Register | null = null;
  return {
    chunkCount: counts.chunks,
    searchDense: (vector, k) => vectors.search(vector, k),
    searchLexical: (terms, options) =>
      (options.folded ? folded : marked).search(terms, options.k, options.weights),
    documentFrequency: (terms, isFolded) => (isFolded ? folded : marked).documentFrequency(terms),
    isTakenOut(articleId) {
      takenOut ??= takenOutOf();
      return takenOut.has(articleId);
    },
    register: () => (register ??= sqlRegister(tables, standsIn)),
  };
}

/** What a manifest tells of its generation. */
export function statusOf(
  generation: string,
  { counts, model, register, builtAt }: Manifest,
  bytes: number,
): IndexStatus {
  return {
    generation,
    articles: counts.articles,
    briefs: counts.briefs,
    visits: register.visits,
    chunks: counts.chunks,
    model: model.id,
    dimension: model.dimension,
    builtAt,
    bytes,
  };
}

/** Vectors that are compared in memory. @param rows Row of the chunk and its packed vector, by row. */
export function exactIndexOf(rows: readonly (readonly unknown[])[], dimension: number): ExactIndex {
  const vectors = rows.map(([row, packed]) => ({
    row: row as number,
    vector: unitVectorOf(packed as Uint8Array, dimension)!,
  }));
  return new ExactIndex(dimension, vectors);
}
