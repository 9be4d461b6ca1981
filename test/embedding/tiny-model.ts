import { Random } from "../../scripts/shared/random.ts";
import { writeModel } from "../../scripts/training/model-files.ts";
import { EmbeddingTable } from "../../scripts/training/table.ts";
import type { Piece } from "../../scripts/training/unigram.ts";

const WORDS =
  "▁đoàn ▁đại▁biểu ▁quảng▁tây ▁lạng▁sơn ▁tiếp ▁thăm ▁query ▁passage ▁viet ▁nam ▁việt ▁1 p a d";

/** Writes a loadable model of a dozen pieces with eight-dimensional random rows. */
export async function writeTinyModel(folder: string, seed = 1): Promise<void> {
  const words = WORDS.split(" ").map((text): Piece => ({ text, score: -3 }));
  const pieces = [{ text: "[PAD]", score: 0 }, { text: "[UNK]", score: 0 }, ...words];
  const table = new EmbeddingTable(pieces.length, 8);
  const random = new Random(seed);
  for (let i = 2 * 8; i < table.rows.length; i++) table.rows[i] = random.normal();
  await writeModel(folder, pieces, table, {});
}
