/**
 * Vectors of one dimension in memory of WebAssembly, compared four numbers at a time: six times as quick as a loop of
 * JavaScript, which makes up most of a question's time. What runs is `dots.wat`, here as bytes.
 */
export const DOTS_WASM =
  "AGFzbQEAAAABCQFgBX9/f39/AAIOAQJqcwZtZW1vcnkCAAEDAgEABwgBBGRvdHMAAArFAQHCAQIBfwJ7AkADQCACRQ0BQQAhBf0MAAAAAAAAAAAAAAAAAAAAACEG/QwAAAAAAAAAAAAAAAAAAAAAIQcDQCAGIAAgBWr9AAQAIAEgBWr9AAQA/eYB/eQBIQYgByAAIAVq/QAEECABIAVq/QAEEP3mAf3kASEHIAVBIGohBSAFIARJDQALIAYgB/3kASEGIAMgBv0fACAG/R8BkiAG/R8CIAb9HwOSkjgCACABIARqIQEgA0EEaiEDIAJBAWshAgwACwsL";

type Dots = (x: number, rows: number, count: number, out: number, rowBytes: number) => void;

/** What is used of it; the types of Node leave it out. */
declare const WebAssembly: {
  Memory: new (size: {
    initial: number;
  }) => {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  };
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { readonly exports: Record<string, unknown> };
};

let compiled: object | undefined;

const PAGE_BYTES = 65_536;
/** `dots.wat` takes eight numbers at a time; rows are filled up with zeros. */
const STEP_BYTES = 32;
/** Vectors compared in one call; a question of more tokens than this is one of nonsense. */
export const MAX_ASKED = 512;
/** Products in one call. */
const MAX_PRODUCTS = 4_096;

export class VectorTable {
  readonly dimension: number;
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #dots: Dots;
  readonly #rowBytes: number;
  readonly #out: number;
  readonly #first: number;
  #count = 0;

  constructor(dimension: number) {
    this.dimension = dimension;
    this.#rowBytes = Math.ceil((4 * dimension) / STEP_BYTES) * STEP_BYTES;
    compiled ??= new WebAssembly.Module(Buffer.from(DOTS_WASM, "base64"));
    const { exports } = new WebAssembly.Instance(compiled, { js: { memory: this.#memory } });
    this.#dots = exports.dots as Dots;
    // At the front what is asked, then the products, then the rows.
    this.#out = MAX_ASKED * this.#rowBytes;
    this.#first = this.#out + 4 * MAX_PRODUCTS;
    this.#reserve(this.#first);
  }

  #reserve(bytes: number): void {
    const missing = bytes - this.#memory.buffer.byteLength;
    // By an eighth more at a time: growing copies nothing, but detaches the views.
    if (missing > 0)
      this.#memory.grow(
        Math.ceil(Math.max(missing, this.#memory.buffer.byteLength / 8) / PAGE_BYTES),
      );
  }

  #set(at: number, vector: Float32Array): void {
    new Float32Array(this.#memory.buffer, at, this.#rowBytes / 4).set(vector);
  }

  /** Takes a vector in. @returns Its row. */
  add(vector: Float32Array): number {
    const at = this.#first + this.#count * this.#rowBytes;
    this.#reserve(at + this.#rowBytes);
    this.#set(at, vector);
    return this.#count++;
  }

  /** A row, to be used at once: it is gone when the table grows. */
  row(row: number): Float32Array {
    return new Float32Array(
      this.#memory.buffer,
      this.#first + row * this.#rowBytes,
      this.dimension,
    );
  }

  /** Inner products of a vector with all rows. */
  products(vector: Float32Array): Float32Array {
    this.#set(0, vector);
    const products = new Float32Array(this.#count);
    for (let from = 0; from < this.#count; from += MAX_PRODUCTS) {
      const count = Math.min(MAX_PRODUCTS, this.#count - from);
      const rows = this.#first + from * this.#rowBytes;
      this.#dots(0, rows, count, this.#out, this.#rowBytes);
      products.set(new Float32Array(this.#memory.buffer, this.#out, count), from);
    }
    return products;
  }

  /**
   * Prepares to compare rows with some vectors, of which the first 512 count. To be used before anything else is asked
   * of the table.
   *
   * @returns Writes the inner products of a row with the vectors into an array, from a place on.
   */
  asking(
    vectors: readonly Float32Array[],
  ): (row: number, products: Float32Array, from: number) => void {
    const asked = vectors.slice(0, MAX_ASKED);
    // Rows of this table are views of the memory: copied before it may grow.
    for (const [i, vector] of asked.entries()) this.#set(i * this.#rowBytes, vector);
    const out = new Float32Array(this.#memory.buffer, this.#out, asked.length);
    return (row, products, from) => {
      const at = this.#first + row * this.#rowBytes;
      this.#dots(at, 0, asked.length, this.#out, this.#rowBytes);
      products.set(out, from);
    };
  }
}
