import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import onnxProto, { type onnx } from "onnx-proto";
import type { EmbeddingTable } from "./table.ts";
import { normalizerConfig, SYLLABLE } from "./text.ts";
import { PAD_ID, type Piece, UNKNOWN_ID } from "./unigram.ts";

/** Element types of ONNX tensors (onnx.proto3, `TensorProto.DataType`). */
export const ELEMENT = { float: 1, int8: 3, int32: 6, int64: 7 } as const;
type ElementType = (typeof ELEMENT)[keyof typeof ELEMENT];

/** A dimension: a fixed size, or the name of one that is known at run time only. */
type Dimension = number | string;

export function constant(
  name: string,
  type: ElementType,
  dims: readonly number[],
  data: ArrayBufferView,
): onnx.ITensorProto {
  const rawData = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  return { name, dataType: type, dims: [...dims], rawData };
}

export function value(
  name: string,
  type: ElementType,
  dims: readonly Dimension[],
): onnx.IValueInfoProto {
  const dim = dims.map((d) => (typeof d === "number" ? { dimValue: d } : { dimParam: d }));
  return { name, type: { tensorType: { elemType: type, shape: { dim } } } };
}

/** A graph node; whole-number attributes and lists of them are all that our graphs need. */
export function node(
  opType: string,
  input: readonly string[],
  output: string,
  attributes: Readonly<Record<string, number | readonly number[]>> = {},
): onnx.INodeProto {
  const attribute = Object.entries(attributes).map(([name, v]) =>
    typeof v === "number" ? { name, type: 2, i: v } : { name, type: 7, ints: [...v] },
  );
  return { opType, input: [...input], output: [output], name: output, attribute };
}

/** Encodes a model for opset 13, IR version 7: understood by onnxruntime from 1.7 on. */
export function encodeModel(graph: onnx.IGraphProto): Uint8Array {
  return onnxProto.onnx.ModelProto.encode({
    irVersion: 7,
    opsetImport: [{ domain: "", version: 13 }],
    producerName: "visits-bot train-embedding",
    graph,
  }).finish();
}

/** Longest text in pieces; static vectors have no limit of their own, this one bounds memory. */
const MAX_PIECES = 8192;

/** Rows as whole numbers of −127 … 127 and one scale each: row ≈ values · scale. */
export function quantizeRows(
  rows: Float32Array,
  dimension: number,
): { readonly values: Int8Array; readonly scales: Float32Array } {
  const count = rows.length / dimension;
  const values = new Int8Array(rows.length);
  const scales = new Float32Array(count);
  for (let r = 0; r < count; r++) {
    let largest = 0;
    for (let j = 0; j < dimension; j++)
      largest = Math.max(largest, Math.abs(rows[r * dimension + j]!));
    const scale = largest < 1e-30 ? 0 : Math.fround(largest / 127);
    scales[r] = scale;
    if (scale === 0) continue;
    for (let j = 0; j < dimension; j++)
      values[r * dimension + j] = Math.round(rows[r * dimension + j]! / scale);
  }
  return { values, scales };
}

/** ONNX graph: `input_ids` [batch, sequence] → `last_hidden_state` [batch, sequence, dimension], a look-up. */
function lookupModel(rows: Float32Array, dimension: number): Uint8Array {
  const { values, scales } = quantizeRows(rows, dimension);
  const count = scales.length;
  return encodeModel({
    name: "static-embedding",
    input: [value("input_ids", ELEMENT.int64, ["batch", "sequence"])],
    output: [value("last_hidden_state", ELEMENT.float, ["batch", "sequence", dimension])],
    initializer: [
      constant("rows", ELEMENT.int8, [count, dimension], values),
      constant("scales", ELEMENT.float, [count, 1], scales),
    ],
    node: [
      node("Gather", ["rows", "input_ids"], "whole", { axis: 0 }),
      node("Cast", ["whole"], "real", { to: ELEMENT.float }),
      node("Gather", ["scales", "input_ids"], "scale", { axis: 0 }),
      node("Mul", ["real", "scale"], "last_hidden_state"),
    ],
  });
}

/** `tokenizer.json` for the pieces, in the notation of the tokenizers library. */
function tokenizerFile(pieces: readonly Piece[]): string {
  return JSON.stringify({
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: normalizerConfig(),
    pre_tokenizer: {
      type: "Metaspace",
      replacement: SYLLABLE,
      add_prefix_space: true,
      split: false,
    },
    post_processor: null,
    decoder: { type: "Metaspace", replacement: SYLLABLE, add_prefix_space: true },
    model: {
      type: "Unigram",
      unk_id: UNKNOWN_ID,
      vocab: pieces.map(({ text, score }) => [text, score]),
    },
  });
}

/** Writes a model folder that transformers.js loads, with `manifest.json` listing the SHA-256 of each file. */
export async function writeModel(
  folder: string,
  pieces: readonly Piece[],
  table: EmbeddingTable,
  training: Readonly<Record<string, unknown>>,
): Promise<void> {
  const { dimension } = table;
  const json = (v: unknown) => `${JSON.stringify(v, null, 2)}\n`;
  const files: Record<string, string | Uint8Array> = {
    "config.json": json({
      model_type: "bert",
      architectures: ["StaticEmbedding"],
      hidden_size: dimension,
      vocab_size: pieces.length,
      max_position_embeddings: MAX_PIECES,
    }),
    "tokenizer.json": tokenizerFile(pieces),
    "tokenizer_config.json": json({
      tokenizer_class: "PreTrainedTokenizerFast",
      model_max_length: MAX_PIECES,
      pad_token: pieces[PAD_ID]!.text,
      unk_token: pieces[UNKNOWN_ID]!.text,
      clean_up_tokenization_spaces: false,
    }),
    "onnx/model_quantized.onnx": lookupModel(table.rows, dimension),
  };
  await mkdir(join(folder, "onnx"), { recursive: true });
  const sha256: Record<string, string> = {};
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(folder, name), content);
    sha256[name] = createHash("sha256").update(content).digest("hex");
  }
  await writeFile(
    join(folder, "manifest.json"),
    json({ kind: "static", dimension, pooling: "mean", sha256, training }),
  );
}

/** Reads pieces and rows of a model folder back, to go on training it. */
export async function readModel(
  folder: string,
): Promise<{ readonly pieces: Piece[]; readonly rows: Float32Array; readonly dimension: number }> {
  const { onnx } = (await import("onnx-proto")).default;
  const file = JSON.parse(await readFile(join(folder, "tokenizer.json"), "utf8")) as {
    model: { vocab: [string, number][] };
  };
  const model = onnx.ModelProto.decode(await readFile(join(folder, "onnx/model_quantized.onnx")));
  const tensor = (name: string) => {
    const found = model.graph?.initializer?.find((t) => t.name === name);
    if (found?.rawData == null)
      throw new Error(`${folder} is not a model of this trainer: no "${name}"`);
    return found;
  };
  const bytes = tensor("rows").rawData as Uint8Array;
  const values = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const scales = new Float32Array(Uint8Array.from(tensor("scales").rawData as Uint8Array).buffer);
  const dimension = values.length / scales.length;
  const rows = Float32Array.from(values, (v, i) => v * scales[Math.floor(i / dimension)]!);
  const pieces = file.model.vocab.map(([text, score]) => ({ text, score }));
  return { pieces, rows, dimension };
}
