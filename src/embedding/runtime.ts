import type { FeatureExtractionPipeline } from "@xenova/transformers";
import { EmbeddingModelError } from "./embedding-model-error.ts";
import type { ModelLocation } from "./model-location.ts";
import { cutQuickly } from "./unigram.ts";

/** A loaded model behind the only door to the transformers library. */
export interface EmbeddingRuntime {
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

export interface RuntimeOptions {
  readonly cacheDir: string;
  readonly remoteHost?: string | undefined;
}

/** What we use of the library's tokenizer; its own types leave these out. */
interface Tokenizer {
  readonly special_tokens: readonly string[];
  readonly unk_token_id?: number;
  readonly model: object;
  (
    text: string,
    options: { add_special_tokens: boolean; return_tensor: false },
  ): { input_ids: number[] };
}

type Model = (
  inputs: Record<string, unknown>,
) => Promise<{ last_hidden_state: { data: Float32Array } }>;

/**
 * Loads a model with the quantized weights. The library is imported here, on first use, and nothing is
 * fetched unless the location is the hub.
 */
export async function loadRuntime(
  model: string,
  location: ModelLocation,
  options: RuntimeOptions,
): Promise<EmbeddingRuntime> {
  const { pipeline, env, Tensor } = await import("@xenova/transformers");
  env.useBrowserCache = false;
  env.allowLocalModels = location.kind === "folder";
  env.allowRemoteModels = location.kind === "hub";
  env.useFSCache = location.kind === "hub";
  env.cacheDir = options.cacheDir;
  if (options.remoteHost !== undefined) env.remoteHost = options.remoteHost;
  if (location.kind === "folder") env.localModelPath = location.parent;
  const id = location.kind === "folder" ? location.name : location.id;
  let extractor: FeatureExtractionPipeline;
  try {
    extractor = await pipeline("feature-extraction", id, { quantized: true });
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
  cutQuickly(tokenizer.model);
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

/** What a library said, as a sentence, without user names and passwords of addresses. */
function reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const text = message.replace(/\/\/[^/@\s]*@/gu, "//");
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}

/** The error for a hub model that could not be fetched, with the ways out. */
export function unreachable(
  model: string,
  options: RuntimeOptions,
  cause: unknown,
): EmbeddingModelError {
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
