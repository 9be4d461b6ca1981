import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll } from "vitest";
import { createEmbedder } from "../../src/embedding/create-embedder.ts";
import { isProblem } from "../../src/index/files/manifest.ts";
import { openIndex } from "../../src/index/read/open-index.ts";
import type { BuildOptions, BuildResult } from "../../src/indexing/build-options.ts";
import { buildIndex } from "../../src/indexing/ensure-index.ts";
import type { Embedder } from "../../src/model/embedder.ts";
import type { IndexReader } from "../../src/model/index-reader.ts";

export const SHIPPED = {
  model: "visits-vi-static",
  modelsDir: "embeddings",
  cacheDir: "embeddings/cache",
};

const folders: string[] = [];
// Registered here, because a hook that a running test registers is not called.
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder that goes when the test file is done. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "visits-index-"));
  folders.push(folder);
  return folder;
}

let loaded: Promise<Embedder> | undefined;
/** The shipped model, loaded once a test file. */
export function shippedEmbedder(): Promise<Embedder> {
  loaded ??= createEmbedder(SHIPPED);
  return loaded;
}

/** The embedder, with every text and token list that it was asked about counted. */
export function counting(embedder: Embedder): Embedder & { calls: () => number } {
  let calls = 0;
  const { tokenRows } = embedder;
  return {
    ...embedder,
    embedPassages: (texts) => {
      calls += texts.length;
      return embedder.embedPassages(texts);
    },
    tokenRows:
      tokenRows &&
      ((ids) => {
        calls++;
        return tokenRows(ids);
      }),
    calls: () => calls,
  };
}

/** A corpus folder and an index folder that a test changes and builds. */
export interface Workspace {
  readonly corpusDir: string;
  readonly indexDir: string;
  write(path: string, content: string | Uint8Array): void;
  /** Writes an article of the corpus; `published` may go on with further lines of its head. */
  page(id: string, published: string, title: string, text: string): void;
  delete(path: string): void;
  build(options?: Partial<BuildOptions>): Promise<BuildResult>;
  /** Opens the index; whoever opens it closes it. */
  open(): IndexReader;
  /** Opens the index and closes it after `use`. */
  read<T>(use: (index: IndexReader) => T): T;
}

export function workspace(): Workspace {
  const folder = temporaryFolder();
  const corpusDir = join(folder, "corpus");
  const indexDir = join(folder, "index");
  mkdirSync(corpusDir);
  const open = (): IndexReader => {
    const index = openIndex(indexDir);
    if (isProblem(index)) throw new Error(index.reason);
    return index;
  };
  const write = (path: string, content: string | Uint8Array) => {
    mkdirSync(dirname(join(corpusDir, path)), { recursive: true });
    writeFileSync(join(corpusDir, path), content);
  };
  return {
    corpusDir,
    indexDir,
    write,
    page: (id, published, title, text) =>
      write(
        `${id}.md`,
        `---\ntitle: "${title}"\nsource: Báo Thử\npublished: ${published}\n---\n\n${text}\n`,
      ),
    delete: (path) => rmSync(join(corpusDir, path), { recursive: true }),
    build: async (options = {}) =>
      buildIndex({
        corpusDir,
        indexDir,
        embedder: await shippedEmbedder(),
        startedBy: "a test",
        // What a large index has, of a few articles.
        graphFrom: 1,
        ...options,
      }),
    open,
    read(use) {
      const index = open();
      try {
        return use(index);
      } finally {
        index.close();
      }
    },
  };
}

/** A Markdown article in the corpus's form. */
export function markdown(title: string, body: string, published = "2024-05-06"): string {
  return `---\ntitle: "${title}"\nsource: Báo Thử nghiệm\nurl: https://example.com/bai\npublished: ${published}\n---\n\n${body}\n`;
}

const PEOPLE = ["Nguyễn Văn Hòa", "Trần Thị Thủy", "Lương Minh Đức", "Hoàng Quốc Bảo"];
const PLACES = ["Bằng Tường", "Sùng Tả", "Hà Khẩu", "Nam Ninh", "Bách Sắc"];
const TOPICS = [
  "cửa khẩu thông minh",
  "du lịch biên giới",
  "xuất khẩu nông sản",
  "giao lưu thanh niên",
];

/** A made-up report of a visit; each number gives another one. */
export function report(n: number): string {
  const pick = (list: readonly string[], step: number) => list[Math.floor(n / step) % list.length]!;
  const place = pick(PLACES, 1);
  const person = pick(PEOPLE, PLACES.length);
  const topic = pick(TOPICS, PLACES.length * PEOPLE.length);
  return markdown(
    `Đoàn ${place} thăm tỉnh lần thứ ${n}`,
    [
      `Ngày ${(n % 28) + 1}/3, ông ${person} tiếp đoàn đại biểu ${place} gồm ${n + 5} người do thị trưởng dẫn đầu.`,
      `Hai bên trao đổi về ${topic}. Buổi tiếp diễn ra tại trụ sở Ủy ban nhân dân tỉnh, trong không khí hữu nghị.`,
      `Đoàn ${place} tặng tỉnh ${n * 3 + 2} bộ sách. Ông ${person} cảm ơn và mời đoàn trở lại vào năm sau.`,
    ].join("\n\n"),
  );
}
