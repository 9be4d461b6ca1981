import { access, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FeatureExtractionPipeline, PreTrainedTokenizer } from "@xenova/transformers";
import { EmbeddingModelError } from "../model/index.ts";
import { meanDirection } from "./meanings.ts";
import { MODEL_FILES, type ModelLocation } from "./model-folder.ts";
import { UnigramPieces, type Vocabulary } from "./unigram.ts";

/** A loaded model behind the only door to the transformers library. */
interface EmbeddingRuntime {
  /** Special tokens of the tokenizer as they are written. */
  readonly specialTokens: readonly string[];
  /** Token ids without special and unknown tokens. */
  tokenIds(text: string): number[];
  /** Token vectors of a text, count × dimension, special tokens included as the model wants them. */
  tokenVectors(text: string): Promise<{ readonly data: Float32Array; readonly dimension: number }>;
  /** Runs a model that takes nothing but ids. */
  lookUp(ids: readonly number[]): Promise<Float32Array>;
  close(): Promise<void>;
}

interface RuntimeOptions {
  readonly cacheDir: string;
  readonly remoteHost?: string | undefined;
}

/** What we use of the library's tokenizer; its own types leave these out. */
interface Tokenizer {
  readonly special_tokens: readonly string[];
  readonly unk_token_id?: number;
  (
    text: string,
    options: { add_special_tokens: boolean; return_tensor: false },
  ): { input_ids: number[] };
}

type Model = (
  inputs: Record<string, unknown>,
) => Promise<{ last_hidden_state: { data: Float32Array } }>;

/**
 * Files of a folder, each read once. The library's own reading takes them in twice, and loads Node's client of the web
 * for it.
 */
const LOCAL_FILES = {
  async match(path: string) {
    try {
      const { buffer, byteOffset, byteLength } = await readFile(path);
      const bytes =
        byteLength === buffer.byteLength
          ? buffer
          : buffer.slice(byteOffset, byteOffset + byteLength);
      return { status: 200, arrayBuffer: async () => bytes };
    } catch {
      // The library tells what is missing.
      return undefined;
    }
  },
  async put() {},
};

/**
 * Loads a model with the quantized weights. The library is imported here, on first use, and nothing is
 * fetched unless the location is the hub.
 */
export async function loadRuntime(
  model: string,
  location: ModelLocation,
  options: RuntimeOptions,
): Promise<EmbeddingRuntime> {
  const library = await import("@xenova/transformers");
  const { AutoModel, AutoTokenizer, FeatureExtractionPipeline, env, Tensor } = library;
  env.useBrowserCache = false;
  env.allowLocalModels = location.kind === "folder";
  env.allowRemoteModels = location.kind === "hub";
  env.useFSCache = location.kind === "hub";
  env.useCustomCache = location.kind === "folder";
  env.customCache = LOCAL_FILES;
  env.cacheDir = options.cacheDir;
  if (options.remoteHost !== undefined) env.remoteHost = options.remoteHost;
  if (location.kind === "folder") env.localModelPath = location.parent;
  const id = location.kind === "folder" ? location.name : location.id;
  let extractor: FeatureExtractionPipeline;
  try {
    const [tokenizer, model] = await Promise.all([
      (location.kind === "folder"
        ? unigramTokenizer(join(location.parent, location.name), library.PreTrainedTokenizer)
        : Promise.resolve(null)
      ).then((own) => own ?? AutoTokenizer.from_pretrained(id)),
      AutoModel.from_pretrained(id, { quantized: true }),
    ]);
    extractor = new FeatureExtractionPipeline({ task: "feature-extraction", tokenizer, model });
  } catch (cause) {
    throw location.kind === "hub"
      ? unreachable(model, options, cause)
      : new EmbeddingModelError(
          "unsupported",
          model,
          `The embedding model ${model} can't be loaded: ${reason(cause)} It must be a feature-extraction model in the transformers.js folder format.`,
          { cause },
        );
  }
  const tokenizer = extractor.tokenizer as unknown as Tokenizer;
  const network = extractor.model as unknown as Model;
  return {
    specialTokens: tokenizer.special_tokens,
    tokenIds(text) {
      const { input_ids } = tokenizer(text, { add_special_tokens: false, return_tensor: false });
      return input_ids.filter((token) => token !== tokenizer.unk_token_id);
    },
    async tokenVectors(text) {
      const { data, dims } = await extractor(text, { pooling: "none", normalize: false });
      return { data: data as Float32Array, dimension: dims.at(-1)! };
    },
    async lookUp(ids) {
      const input = new Tensor("int64", BigInt64Array.from(ids, BigInt), [1, ids.length]);
      return (await network({ input_ids: input })).last_hidden_state.data;
    },
    async close() {
      await extractor.dispose();
    },
  };
}

/** What is replaced in the library's own unigram model. */
interface UnigramModel {
  encode(tokens: readonly string[]): string[];
  tokens_to_ids: { get(piece: string): number | undefined };
}

/**
 * The library's tokenizer around our vocabulary, so that its tree of maps (60 MB for 38,000 pieces) is never built;
 * null where the model is of another kind.
 */
async function unigramTokenizer(
  folder: string,
  Library: typeof PreTrainedTokenizer,
): Promise<PreTrainedTokenizer | null> {
  const [content, config] = await Promise.all(
    ["tokenizer.json", "tokenizer_config.json"].map(async (name) =>
      JSON.parse(await readFile(join(folder, name), "utf8")),
    ),
  );
  const isPlain = config.tokenizer_class === "PreTrainedTokenizerFast";
  if (content.model.type !== "Unigram" || !isPlain) return null;
  const vocabulary: Vocabulary = content.model;
  const pieces = new UnigramPieces(vocabulary);
  // What it reads itself, its special tokens, stands at the head of the vocabulary.
  const specials = content.added_tokens.map(({ id }: { id: number }) => id);
  const kept = vocabulary.vocab.slice(0, Math.max(vocabulary.unk_id, ...specials) + 1);
  const tokenizer = new Library({ ...content, model: { ...vocabulary, vocab: kept } }, config);
  const model = (tokenizer as unknown as { readonly model: UnigramModel }).model;
  const special = model.tokens_to_ids;
  model.tokens_to_ids = { get: (piece) => pieces.idOf(piece) ?? special.get(piece) };
  model.encode = (tokens) => tokens.flatMap((token) => pieces.cut(token));
  return tokenizer;
}

/** What a library said, as a sentence, without user names and passwords of addresses. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const text = message.replace(/\/\/[^/@\s]*@/gu, "//");
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** The error for a hub model that could not be fetched, with the ways out. */
function unreachable(model: string, options: RuntimeOptions, cause: unknown): EmbeddingModelError {
  // The address may hold a password; its host does not.
  const host = new URL(options.remoteHost ?? "https://huggingface.co/").host;
  return new EmbeddingModelError(
    "unreachable",
    model,
    `The embedding model ${model} could not be fetched from ${host}: ${reason(cause)} Ways out: ` +
      "(1) set EMBEDDING_HOST to a mirror that can be reached; " +
      "(2) fetch the model's folder on a machine with access, through a proxy if need be, copy it under the models folder and name it in EMBEDDING_MODEL; " +
      "(3) remove EMBEDDING_MODEL to use the model that is shipped.",
    { cause },
  );
}

const PROBE_TIMEOUT_MS = 15_000;

/**
 * Makes sure that a hub model can be loaded: its files are in the cache, or the hub answers. The
 * library alone would wait minutes on a network that swallows packets.
 *
 * @throws EmbeddingModelError `unreachable`.
 */
export async function fetchable(id: string, options: RuntimeOptions): Promise<void> {
  const cached = await Promise.allSettled(
    MODEL_FILES.map((name) => access(join(options.cacheDir, id, name))),
  );
  if (cached.every((file) => file.status === "fulfilled")) return;
  const host = (options.remoteHost ?? "https://huggingface.co/").replace(/(?<!\/)\/+$/u, "");
  try {
    const answer = await fetch(`${host}/${id}/resolve/main/config.json`, {
      signal: AbortSignal.timeout(PROBE_TIMEOUT_MS),
    });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`HTTP ${answer.status} for ${id}/config.json.`);
  } catch (cause) {
    throw unreachable(id, options, cause);
  }
}

/**
 * Makes sure that no part of a user's text is read as a special token (`[PAD]`, `<unk>`): a space goes
 * in behind its first character, which leaves the words as they are.
 */
export function neutralizeSpecialTokens(text: string, specials: readonly string[]): string {
  let safe = text;
  for (const special of specials) {
    if (special.length > 1 && safe.includes(special)) {
      safe = safe.replaceAll(special, `${special.slice(0, 1)} ${special.slice(1)}`);
    }
  }
  return safe;
}

/**
 * One unit vector from token vectors.
 *
 * @param tokens count × dimension values, token by token.
 * @returns Null where the result has no direction (all zero) or is not finite.
 */
export function pool(
  tokens: Float32Array,
  dimension: number,
  pooling: "mean" | "cls",
): Float32Array | null {
  return meanDirection(pooling === "cls" ? tokens.subarray(0, dimension) : tokens, dimension);
}

/**
 * Starts to load the library that runs the model: it takes longest, and settings and index can be read
 * meanwhile. A failure is told where the library is used.
 */
export function preloadRuntime(): void {
  import("@xenova/transformers").catch(() => null);
}
