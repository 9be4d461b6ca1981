import type { Language } from "../model/index.ts";

/** Reading an article where one is, in the chat or in the terminal. */
const vi = {
  /** Opens the only source of a message. */
  button: "📖 Đọc bài",
  /** Opens the source with that number in brackets. */
  cited: (n: number): string => `Đọc [${n}]`,
  /** Opens the article with that number in a list. */
  listed: (n: number): string => `Đọc ${n}`,
  backToAnswer: "↩ Về câu trả lời",
  close: "✕ Đóng",
  /** Opens the page that the article was taken from. */
  original: "Mở trang gốc",
  /** In place of the source's name, before a day or after a title: `source` is null where it is not known. */
  summaryOf: (source: string | null): string =>
    source === null ? "Bản tóm lược" : `Tóm lược theo ${source}`,
  /** Above passages of such an article. */
  summaryQuotes: "Trích bản tóm lược:",
  /** Under its title. */
  summaryNote: "Bài này được tóm lược, không phải nguyên văn của nguồn.",
  /** `day` in words, or null where it is not known. */
  published: (day: string | null): string =>
    day === null ? "Chưa rõ ngày đăng" : `Đăng ngày ${day}`,
  event: (day: string): string => `Diễn ra: ${day}`,
  captions: "Chú thích ảnh",
  page: (page: number, pages: number): string => `Trang ${page}/${pages}`,
  /** The article was changed since it was cited; the passage still stands in it. */
  changed: "Bài này đã được sửa sau khi trích dẫn; đoạn được trích vẫn còn nguyên.",
  /** The same, and the passage stands in it no more. */
  passageGone: "Bài này đã được sửa sau khi trích dẫn; đoạn được trích không còn trong bài.",
  /** On a pressed button, at most 200 characters: the article was removed since. */
  gone: "Bài này không còn trong kho tư liệu. Xin hỏi lại để có câu trả lời mới.",
  /** On a pressed button, at most 200 characters: what it stood for is no longer kept. */
  expired: "Nút này đã quá cũ. Xin hỏi lại để mở bài.",
  /** In the terminal, below the sources: how they are opened. */
  terminalHint: "Gõ “đọc 1” để đọc nguồn [1] tại đoạn được trích.",
  /** In the terminal: the last answer has no source of that number. */
  noSuchSource: (n: number, most: number): string =>
    most === 0
      ? "Chưa có câu trả lời nào để mở nguồn. Mời bạn đặt câu hỏi trước."
      : `Câu trả lời vừa rồi không có nguồn [${n}]. Xin chọn từ 1 đến ${most}.`,
};
export type ReadingTexts = typeof vi;

export const READING: Readonly<Record<Language, ReadingTexts>> = {
  vi,
  en: {
    button: "📖 Read the article",
    cited: (n) => `Read [${n}]`,
    listed: (n) => `Read ${n}`,
    backToAnswer: "↩ Back to the answer",
    close: "✕ Close",
    original: "Open the original page",
    summaryOf: (source) => (source === null ? "Summary" : `Summary after ${source}`),
    summaryQuotes: "From the summary:",
    summaryNote: "This is a summary, not the wording of the source.",
    published: (day) => (day === null ? "Publication date unknown" : `Published on ${day}`),
    event: (day) => `Took place: ${day}`,
    captions: "Captions",
    page: (page, pages) => `Page ${page} of ${pages}`,
    changed: "This article was edited after it was quoted; the quoted passage is still in it.",
    passageGone: "This article was edited after it was quoted; the quoted passage is gone.",
    gone: "This article is no longer in the collection. Ask again for a new answer.",
    expired: "This button is too old. Ask again to open the article.",
    terminalHint: "Type “read 1” to read source [1] at the quoted passage.",
    noSuchSource: (n, most) =>
      most === 0
        ? "There is no answer yet whose sources could be opened. Ask a question first."
        : `The last answer has no source [${n}]. Choose from 1 to ${most}.`,
  },
  zh: {
    button: "📖 阅读文章",
    cited: (n) => `阅读 [${n}]`,
    listed: (n) => `阅读 ${n}`,
    backToAnswer: "↩ 返回回答",
    close: "✕ 关闭",
    original: "打开原网页",
    summaryOf: (source) => (source === null ? "摘要" : `摘要，据${source}`),
    summaryQuotes: "摘要摘录：",
    summaryNote: "本文为摘要，并非来源原文。",
    published: (day) => (day === null ? "发布日期不详" : `发布于${day}`),
    event: (day) => `活动时间：${day}`,
    captions: "图片说明",
    page: (page, pages) => `第${page}/${pages}页`,
    changed: "本文在被引用后有修改，引用的段落仍在文中。",
    passageGone: "本文在被引用后有修改，引用的段落已不在文中。",
    gone: "这篇文章已不在资料库中，请重新提问。",
    expired: "此按钮已过期，请重新提问后再打开文章。",
    terminalHint: "输入“读 1”可在引用处阅读来源 [1]。",
    noSuchSource: (n, most) =>
      most === 0
        ? "还没有可以打开来源的回答，请先提问。"
        : `刚才的回答没有来源 [${n}]，请选择 1 到 ${most}。`,
  },
};
