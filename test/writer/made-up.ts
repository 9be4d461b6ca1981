import type { Answer } from "../../src/model/answer.ts";
import type { Article, Block } from "../../src/model/article.ts";
import type { Register } from "../../src/model/visit.ts";
import type { WriterTask } from "../../src/writer/outcome.ts";
import type { WriterSources } from "../../src/writer/writer.ts";

/** An article of paragraphs, as the corpus has it. */
export function article(
  id: string,
  paragraphs: readonly string[],
  changes: Partial<Article> = {},
): Article {
  const blocks: Block[] = [];
  let text = "";
  for (const paragraph of paragraphs) {
    if (text !== "") text += "\n\n";
    blocks.push({ kind: "paragraph", start: text.length, end: text.length + paragraph.length });
    text += paragraph;
  }
  return {
    id,
    partOf: null,
    title: "Lạng Sơn tiếp đoàn Bằng Tường",
    url: `https://bao.example/${id}`,
    source: "Báo Thử Nghiệm",
    author: null,
    published: "2025-01-22",
    event: null,
    text,
    blocks,
    ...changes,
  };
}

export const TOLD =
  "Ngày 21/1/2025, tại thành phố Lạng Sơn, ông Dương Xuân Huyên, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn thành phố Bằng Tường, Quảng Tây do ông Vũ Hiểu Huy dẫn đầu.";
export const PROPOSED =
  "Ông Dương Xuân Huyên đề nghị phía Bằng Tường khôi phục vận chuyển hành khách qua cửa khẩu Tân Thanh.";
export const ARTICLE = article("tin-1", [TOLD, PROPOSED]);
/** What an honest model may write of it. */
export const TRUE_TEXT =
  "Ông Dương Xuân Huyên, Phó Chủ tịch UBND tỉnh Lạng Sơn, tiếp đoàn thành phố Bằng Tường ngày 21/1/2025 [1]. Ông đề nghị phía Bằng Tường khôi phục vận chuyển hành khách qua cửa khẩu Tân Thanh [2].";
export const QUESTION = "Ai tiếp đoàn Bằng Tường?";

/** The quoted answer of an article's first sentence. */
export function quotedFrom(from: Article, changes: Partial<Answer> = {}): Answer {
  const { end } = from.blocks[0]!;
  const quote = from.text.slice(0, end);
  const { id: articleId, title, source, url, published } = from;
  return {
    question: QUESTION,
    answered: true,
    answer: `${quote} [1]`,
    spans: [],
    confidence: 0.9,
    language: "vi",
    citations: [
      { n: 1, articleId, title, source, url, link: url, published, quote, start: 0, end },
    ],
    nearest: [],
    more: [],
    timings: { embedMs: 0, retrieveMs: 0, answerMs: 0, totalMs: 0 },
    ...changes,
  };
}

export const task = (changes: Partial<WriterTask> = {}): WriterTask => ({
  kind: "answer",
  question: QUESTION,
  language: "vi",
  answer: quotedFrom(ARTICLE),
  previous: null,
  ...changes,
});

/** Articles without a register. */
export function sources(...articles: readonly Article[]): WriterSources {
  const all = articles.length > 0 ? articles : [ARTICLE];
  return {
    lookup: (id) => all.find((one) => one.id === id) ?? null,
    register: { ofArticle: () => [] } satisfies Pick<Register, "ofArticle">,
  };
}
