import type { Article, Block } from "../../model/index.ts";

/** "[Ảnh] Ba ngày ở A", "Chùm ảnh: …", "A đón B (phóng sự ảnh)". */
const PHOTO_TITLE =
  /^\W{0,2}(?:chùm )?ảnh(?:\W{0,2}[\]:|]| - )|(?<!\p{L})(?:chùm ảnh|phóng sự ảnh|ảnh phóng sự|bộ ảnh|toàn cảnh qua ảnh|qua ảnh|bằng ảnh)(?!\p{L})/iu;
/** Fewer pictures go with a report. */
const LEAST_CAPTIONS = 3;
/** "2. Chiều 13/6, …", "Ảnh 2: …": a picture in its turn. */
const NUMBERED = /^\s*(?:ảnh\s{0,3})?\d{1,2}[.):/]/iu;

/**
 * A page whose pictures tell the story, with their captions read as its sentences: what a report says in paragraphs
 * stands below them. Any other article comes back as it is, its captions only show who was there.
 */
export function withPicturesTold(article: Article): Article {
  const { title, text, blocks } = article;
  const captions = blocks.filter(({ kind }) => kind === "caption");
  if (captions.length < LEAST_CAPTIONS) return article;
  const lengthOf = (of: readonly Block[]): number =>
    of.reduce((sum, { start, end }) => sum + end - start, 0);
  const told = blocks.filter(({ kind }) => kind === "lead" || kind === "paragraph");
  const numbered = captions.filter(({ start, end }) => NUMBERED.test(text.slice(start, end)));
  const isPhotoPage =
    PHOTO_TITLE.test(title) ||
    numbered.length >= LEAST_CAPTIONS ||
    lengthOf(captions) > 2 * lengthOf(told);
  if (!isPhotoPage) return article;
  return {
    ...article,
    blocks: blocks.map((block) =>
      block.kind === "caption" ? { ...block, kind: "paragraph" } : block,
    ),
  };
}
