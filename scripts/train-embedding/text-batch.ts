/** Piece ids of `size` texts, one behind the other: text i is `ids[starts[i]] … ids[starts[i + 1]]`. */
export class TextBatch {
  ids = new Uint16Array(1 << 16);
  readonly starts: Int32Array;
  size = 0;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity + 1);
  }

  clear(): void {
    this.size = 0;
  }

  push(text: readonly number[]): void {
    const start = this.starts[this.size]!;
    if (start + text.length > this.ids.length) {
      const larger = new Uint16Array(Math.max(this.ids.length * 2, start + text.length));
      larger.set(this.ids);
      this.ids = larger;
    }
    this.ids.set(text, start);
    this.size++;
    this.starts[this.size] = start + text.length;
  }
}
