import type { AnswerOptions } from "../../../src/answers/options.ts";
import type { Engine } from "../../../src/engine.ts";
import type { Answer, Citation } from "../../../src/model/answer.ts";
import type { SourceRow } from "../../../src/model/index-reader.ts";

const NO_TIME = { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 };

export function citation(n: number, changes: Partial<Citation> = {}): Citation {
  const quote = `Đoạn trích số ${n} về buổi tiếp đoàn.`;
  return {
    n,
    articleId: `tin-${n}`,
    title: `Tiếp đoàn công tác thứ ${n}`,
    source: "Báo Thử Nghiệm",
    url: `https://bao.example/tin-${n}`,
    link: `https://bao.example/tin-${n}#:~:text=%C4%90o%E1%BA%A1n,%C4%91o%C3%A0n`,
    published: "2025-01-21",
    quote,
    start: 0,
    end: quote.length,
    ...changes,
  };
}

/** An answer of two sentences whose first holds a marked name. */
export function answered(question: string, changes: Partial<Answer> = {}): Answer {
  const text =
    "Ông Nguyễn Văn Mẫu chủ trì buổi tiếp đoàn. [1]\nHai bên ký 16 thỏa thuận hợp tác. [2]";
  const name = "Nguyễn Văn Mẫu";
  return {
    question,
    answered: true,
    answer: text,
    spans: [{ start: text.indexOf(name), end: text.indexOf(name) + name.length, type: "person" }],
    confidence: 0.9,
    language: "vi",
    citations: [citation(1), citation(2, { published: null, url: null, link: null })],
    nearest: [],
    more: [3, 4, 5, 6].map((n) => citation(n)),
    timings: NO_TIME,
    ...changes,
  };
}

export function refused(question: string, changes: Partial<Answer> = {}): Answer {
  return {
    question,
    answered: false,
    answer: "Tôi không tìm thấy thông tin này trong tư liệu hiện có.",
    spans: [],
    confidence: 0.1,
    language: "vi",
    citations: [],
    nearest: [citation(1), citation(2)],
    more: [],
    timings: NO_TIME,
    ...changes,
  };
}

export function sourceRows(count: number): SourceRow[] {
  return Array.from({ length: count }, (_, i) => ({
    articleId: `tin-${i + 1}`,
    title: `Bài viết ${i + 1} <về> A & B`,
    source: i % 2 === 0 ? "Báo Thử Nghiệm" : null,
    url: i % 3 === 0 ? null : `https://bao.example/tin-${i + 1}?a=1&b=2`,
    published: i % 5 === 0 ? null : "2025-01-21",
  }));
}

export interface SampleEngine extends Engine {
  /** The questions asked so far. */
  readonly asked: string[];
  reloads: number;
  /** Replaces how questions are answered. */
  respond: (question: string, options?: AnswerOptions) => Answer | Promise<Answer>;
}

/** An engine over a handful of made-up articles; "thời tiết" is what it can't answer. */
export function sampleEngine(articles = 20): SampleEngine {
  const rows = sourceRows(articles);
  return {
    asked: [],
    reloads: 0,
    respond: (question) =>
      question.includes("thời tiết") ? refused(question) : answered(question),
    async ask(question, options) {
      this.asked.push(question);
      return await this.respond(question, options);
    },
    sources: (offset, limit) => ({ total: rows.length, rows: rows.slice(offset, offset + limit) }),
    article: () => null,
    sameAs: async () => null,
    visitsOf: () => 0,
    finds: async () => true,
    find: (words, offset, limit) => {
      const found = rows.filter(({ title }) => title.includes(words));
      return { total: found.length, rows: found.slice(offset, offset + limit) };
    },
    register: () => ({
      find: () => ({ total: 0, articles: 0, visits: [] }),
      has: () => false,
      visit: () => null,
      ofArticle: () => [],
      articleIds: () => [],
      facets: () => ({ years: [], counterparts: [], places: [] }),
    }),
    status: () => ({
      articles,
      briefs: 3,
      visits: 12,
      chunks: 120,
      model: "visits-vi-static",
      dimension: 256,
      builtAt: "2025-01-21T17:30:00.000Z",
      bytes: 1_000_000,
    }),
    async reload() {
      this.reloads++;
    },
    async close() {},
  };
}
