import type {
  BuildPhase,
  BuildProgress,
  EngineStatus,
  IndexCounters,
  Language,
  TalkKind,
  WishKind,
} from "../model/index.ts";
import { articles, corpus, sources } from "./articles/vi.ts";
import { articleDay, DATE_WORDS } from "./dates.ts";
import { desk } from "./desk/vi.ts";
import { EXPORTS } from "./exports.ts";
import { FOLLOWING } from "./following.ts";
import { NUMBERS, vietnamTime } from "./format.ts";
import { READER_TEXTS } from "./reader.ts";
import { READING } from "./reading.ts";
import { register } from "./register/vi.ts";
import { operations, service } from "./service/vi.ts";
import { visits } from "./visits/vi.ts";

/** Remarks beside the quoted sentences of an answer. */
const answering = {
  /** To a question for a date: the sentence names a day, and nothing settles its year. */
  yearUntold: "Bài viết không cho biết năm.",
  /** To a question for a date: the sentence says "hôm nay", and nothing settles which day that was. */
  dayUntold: "Bài viết không cho biết đó là ngày nào.",
  /** Above the passages of a visit: its day, which an admin set. */
  daySet: (day: string) => `${day} (ngày do quản trị viên xác nhận)`,
  /** Replies to messages that ask nothing of the articles; several of them are read in one chat, so they are short. */
  talk: {
    greeting:
      "Xin chào! Tôi trả lời câu hỏi về các chuyến thăm, buổi tiếp đón và làm việc giữa các địa phương Việt Nam với phía Trung Quốc, có dẫn nguồn. Bạn có thể hỏi, chẳng hạn: “Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?”",
    help: "Bạn hỏi bằng câu thường về chuyến thăm, buổi tiếp hoặc hội đàm (ai, ngày nào, ở đâu, bàn gì), tôi trích câu trả lời từ bài viết kèm nguồn; hỏi tiếp “ông ấy giữ chức gì?” cũng được. Chẳng hạn: “Ai dẫn đầu đoàn Bằng Tường?”. Xem danh mục: /visits, dòng thời gian: /timeline, tải về: /export, các lệnh khác: /help.",
    thanks: "Không có gì, rất vui được giúp bạn. Bạn cứ hỏi tiếp khi cần.",
    goodbye: "Tạm biệt bạn, hẹn gặp lại!",
    complaint:
      "Xin lỗi vì câu trả lời chưa đúng ý bạn. Bạn có thể hỏi lại cụ thể hơn (ai, ngày nào, ở đâu) hoặc bấm 👎 dưới câu trả lời để người quản lý xem lại.",
    praise: "Cảm ơn bạn! Bạn cứ hỏi tiếp khi cần.",
    identity:
      "Tôi là một chương trình tự động: tôi tìm và trích nguyên văn câu trả lời từ các bài viết đã được nạp, kèm nguồn; tôi không tự viết ra thông tin.",
    maker:
      "Tôi là chương trình hỏi đáp về các chuyến thăm và làm việc giữa địa phương Việt Nam với phía Trung Quốc, do đơn vị vận hành bot này cài đặt. Mọi câu trả lời đều trích từ bài viết có dẫn nguồn.",
    acknowledged: "Vâng. Bạn cứ hỏi tiếp khi cần.",
    notMine:
      "Việc này tôi không làm: tôi chỉ trích câu trả lời từ các bài viết về chuyến thăm và làm việc, không sáng tác, dịch, tính toán hay nêu ý kiến. Bạn có thể hỏi, chẳng hạn: “Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?”",
  } satisfies Record<TalkKind, string>,
  wish: {
    /** Above passages, or in their place, where there is no writer. */
    declined: {
      summary: "Tóm tắt là việc tôi không làm; tôi chỉ trích nguyên văn:",
      comparison: "So sánh là việc tôi không làm; tôi chỉ trích nguyên văn về từng việc:",
      translation:
        "Dịch là việc tôi không làm; tôi chỉ trích nguyên văn. Bạn có thể hỏi bằng tiếng Việt, tiếng Anh hoặc tiếng Trung.",
    } satisfies Record<WishKind, string>,
    /** Above passages from which the writer begins. */
    passages: "Tư liệu ghi nguyên văn:",
    /** Above an answer that is being translated. */
    original: "Nguyên văn câu trả lời:",
    /** Where there is no answer to be translated. */
    nothingToTranslate: "Chưa có câu trả lời nào để dịch. Bạn hãy đặt câu hỏi trước.",
    whichLanguage: "Bạn muốn dịch sang tiếng nào? Chẳng hạn: “dịch sang tiếng Anh”.",
    /** Above the nearest passages, where the two that are to be compared are not named or not known. */
    whichTwo:
      "Bạn hãy nêu rõ hai cuộc gặp cần so sánh, kèm ngày và hai bên. Gần nhất trong tư liệu:",
    /** Where none of the two is named: asks for them, or declines where there is no writer. */
    nothingToCompare: {
      asked: "Bạn hãy nêu rõ hai cuộc gặp cần so sánh, kèm ngày và hai bên.",
      declined:
        "So sánh là việc tôi không làm; bạn có thể hỏi về từng cuộc gặp, chẳng hạn: “Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?”",
    },
    /** In a terminal, below quotes, while the writer is at work. */
    writing: "đang soạn bằng mô hình; gõ câu khác nếu không muốn đợi",
    /** There, where nothing came of it. */
    notWritten: "mô hình không soạn được; câu trả lời là phần trích ở trên",
    /** Below the sentences of the writer: that a model wrote them, and that they were checked. */
    mark: "soạn bằng mô hình, đã đối chiếu nguồn",
  },
  /** Below a refusal: whom, where and when the question was taken to name, as `VisitTexts.scope` writes it. */
  understood: (scope: string) => `Tôi hiểu bạn hỏi về: ${scope}.`,
  /** Below a refusal: the nearest visit on record, with the time asked where there is none then. */
  closest: (time: string | null, visit: string): string =>
    time === null ? `Gần nhất trong tư liệu: ${visit}` : `Không thấy ${time}. Gần nhất: ${visit}`,
  /** Above questions that have answers, where they are no buttons. */
  tryAsking: "Bạn có thể hỏi:",
  /** Above the answer to a question with misspelt words: the words that were read instead. */
  didYouMean: (w: string) => `Ý bạn là “${w}”?`,
  /** Above the nearest thing told, where a question names a time at which nothing such is told. */
  notThen: (w: string) =>
    `Không thấy việc này vào ${/^\d{4}$/u.test(w) ? "năm " : ""}${w}. Gần nhất:`,
  /** Above what is told, where a question names somebody who had no part in it. */
  notNamed: (w: string) => `Không thấy ${w} trong việc này. Tư liệu ghi:`,
  /** Above the evidence for or against what a question wants confirmed. */
  yes: "Có.",
  no: "Không.",
  notTold: "Không thấy điều này trong tư liệu. Tư liệu ghi:",
  /** Above a sentence of the article whose day of publication is asked. */
  publishedOn: (title: string, day: string) => `Bài “${title}” đăng ngày ${day}.`,
  /** To a question that wants something confirmed of which the articles tell nothing. */
  nothingSuch: "Không thấy điều này trong tư liệu hiện có.",
  /** To "Ngày nào?", "Ông ấy là ai?" with nothing before it; `suchAs` leads visits to choose from. */
  whichVisit: "Bạn muốn hỏi về chuyến thăm nào?",
  suchAs: "Chẳng hạn:",
  /** To "chi tiết hơn" where all passages have been shown. */
  nothingMore: "Tư liệu không có thêm chi tiết về việc này.",
};

const number = NUMBERS.vi;

const date = (isoDate: string | null) => articleDay(isoDate, "chưa rõ ngày đăng", DATE_WORDS.vi);

function dateTime(moment: Date): string {
  const at = vietnamTime(moment);
  return `${at.hour}:${at.minute} ngày ${at.day}/${at.month}/${at.year}`;
}

const PHASES: Readonly<Record<BuildPhase, string>> = {
  read: "Đang đọc bài viết",
  embed: "Đang xử lý nội dung",
  vectors: "Đang dựng chỉ mục",
  check: "Đang kiểm tra chỉ mục",
  publish: "Đang ghi vào PostgreSQL",
};

const SUBJECT =
  "các chuyến thăm, buổi tiếp đón và làm việc giữa các địa phương Việt Nam và phía Trung Quốc";

const basis = (articles: number) =>
  articles === 0
    ? "Hiện kho tư liệu chưa có bài viết nào."
    : `Mọi câu trả lời đều trích từ ${number(articles)} bài viết trong kho tư liệu, có dẫn nguồn.`;

/** Vietnamese, the first language of the product. */
export const vi = {
  language: "vi" as Language,
  /** `2025-01-21` as people write it; null gives the words for an unknown date. */
  date,
  /** A moment in Vietnamese time, to the minute. */
  dateTime,
  answering,
  articles,
  corpus,
  exports: EXPORTS.vi,
  following: FOLLOWING.vi,
  operations,
  desk,
  reading: READING.vi,
  register,
  service,
  sources,
  visits,
  reader: READER_TEXTS.vi,
  answer: {
    /** The one plain sentence for a question that the corpus does not answer. */
    refusal: "Tôi không tìm thấy thông tin này trong tư liệu hiện có.",
    /** Stands above the nearest articles of a refusal. */
    nearestLabel: "Những bài có nội dung gần nhất:",
    sourcesLabel: "Nguồn:",
    quotesLabel: "Trích nguyên văn:",
    /** Above the answer to a follow-up: the full question that it was taken for. */
    understoodAs: (question: string) => `Tôi hiểu câu hỏi là: ${question}`,
    /** The last question of the chat is forgotten. */
    resetDone: "Đã xóa ngữ cảnh. Mời bạn đặt câu hỏi mới.",
    /** For a question without a single letter or digit. */
    emptyQuestion: "Xin gửi câu hỏi bằng chữ, chẳng hạn: “Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?”",
    questionTooLong: (maxChars: number) =>
      `Câu hỏi dài quá. Xin rút gọn còn không quá ${number(maxChars)} ký tự và hỏi từng ý một.`,
    /** After an error of ours: what happened and what to do next. */
    failed: "Đã xảy ra lỗi khi tìm câu trả lời. Xin thử lại sau ít phút.",
  },
  terminal: {
    welcome: (articles: number) =>
      `Xin chào! Tôi trả lời câu hỏi về ${SUBJECT}. ${basis(articles)}`,
    hint: "Gõ câu hỏi rồi nhấn Enter. Muốn thoát, nhấn Ctrl+D.",
    /** How to ask on, and how to start afresh. */
    followUpHint:
      "Có thể hỏi tiếp về câu trả lời vừa rồi (“còn ông ấy giữ chức gì?”); gõ /reset để bắt đầu lại.",
    telegramHint: "Muốn chạy bot Telegram, hãy đặt BOT_TOKEN trong tệp .env.",
    prompt: "Câu hỏi: ",
    goodbye: "Tạm biệt!",
    /** The index is not up to date with the corpus; `reason` in whole sentences. */
    indexKept: (reason: string) =>
      `Chưa cập nhật được chỉ mục nên tôi trả lời bằng chỉ mục hiện có. Lý do: ${reason}`,
  },
  indexing: {
    starting: "Đang chuẩn bị lập chỉ mục…",
    /** What is being done, for a progress bar. */
    phase: PHASES,
    progress: (p: BuildProgress) =>
      `${PHASES[p.phase]}: ${number(p.done)}/${number(p.total)}${operations.pace(p)}`,
    summary: (c: IndexCounters) =>
      `Số tệp: thêm mới ${number(c.indexed)}, cập nhật ${number(c.updated)}, giữ nguyên ${number(c.unchanged)}, gỡ bỏ ${number(c.removed)}, bỏ qua ${number(c.skipped)}.`,
    /** Stands above the list of files that could not be read. */
    failuresLabel: (count: number) => `${number(count)} tệp không đọc được:`,
    /** Ends a list of failures that was cut. */
    moreFailures: (count: number) => `… và ${number(count)} tệp khác.`,
    emptyCorpus: (directory: string) =>
      `Thư mục ${directory} chưa có bài viết nào. Hãy chép bài viết (.md, .txt, .html) vào đó rồi chạy lại.`,
  },
  telegram: {
    commands: {
      ask: "Đặt câu hỏi, ví dụ: /ask Ai tiếp đoàn Bằng Tường?",
      sources: "Các bài viết trong kho tư liệu, mới nhất trước",
      status: "Tình trạng kho tư liệu",
      help: "Cách sử dụng",
      reset: "Xóa ngữ cảnh, bắt đầu lại",
      start: "Giới thiệu và câu hỏi gợi ý",
      reindex: "Lập lại chỉ mục (quản trị viên)",
    },
    start: (articles: number) =>
      `Xin chào! Tôi trả lời câu hỏi về ${SUBJECT}.\n\n${basis(articles)}`,
    /** Stands above the example buttons. */
    examplesLabel: "Bạn có thể gửi câu hỏi ngay, hoặc thử một trong các câu dưới đây:",
    /** Three questions that the shipped corpus answers, at most 45 characters: phones cut longer buttons. */
    examples: [
      "Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
      "Lạng Sơn tiếp đoàn Bằng Tường ngày nào?",
      "Hà Giang gặp châu Văn Sơn gần nhất khi nào?",
    ],
    help: (bot: string) =>
      [
        "Gửi câu hỏi bằng tiếng Việt (có dấu hoặc không dấu), tiếng Anh hay tiếng Trung; mỗi lần một câu.",
        "",
        `Trong nhóm: nhắc @${bot} kèm câu hỏi, trả lời một tin nhắn của tôi, hoặc dùng /ask.`,
        "",
        "/ask – đặt câu hỏi",
        ...visits.help,
        ...FOLLOWING.vi.help,
        "/sources – các bài viết trong kho tư liệu",
        "/status – tình trạng kho tư liệu",
        "/reset – xóa ngữ cảnh, bắt đầu lại",
        "/help – cách sử dụng",
        "",
        "Câu trả lời được trích từ bài viết. Bấm “Đọc bài” để đọc ngay tại đoạn được trích, hoặc bấm số [1], [2]… để mở trang gốc. Điều gì tư liệu không có, tôi sẽ nói rõ là không tìm thấy.",
        "",
        "Sửa câu hỏi đã gửi thì câu trả lời cũng được sửa theo.",
      ].join("\n"),
    addedToGroup: (bot: string) =>
      `Xin chào cả nhóm! Tôi trả lời câu hỏi về ${SUBJECT}. Hãy nhắc @${bot} kèm câu hỏi, hoặc dùng /ask.`,
    askUsage: "Xin viết câu hỏi sau lệnh, ví dụ: /ask Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
    status: (s: EngineStatus) =>
      [
        `Số bài viết: ${number(s.articles)}`,
        `Số tin ngắn: ${number(s.briefs)}`,
        `Số chuyến thăm, buổi tiếp, làm việc: ${number(s.visits)}`,
        `Số đoạn văn: ${number(s.chunks)}`,
        `Mô hình: ${s.model}`,
        `Cập nhật lúc: ${dateTime(new Date(s.builtAt))} (giờ Việt Nam)`,
      ].join("\n"),
    sourcesHeading: (total: number) => `Kho tư liệu có ${number(total)} bài viết, mới nhất trước:`,
    noSources: "Hiện kho tư liệu chưa có bài viết nào.",
    moreButton: "Xem thêm",
    /** Stands above further passages. */
    moreLabel: "Các đoạn liên quan khác:",
    noMore: "Không còn đoạn nào khác.",
    feedbackUp: "Cảm ơn bạn đã đánh giá!",
    feedbackDown: "Cảm ơn bạn, chúng tôi sẽ xem lại câu trả lời này.",
    /** A button whose answer is no longer kept. */
    buttonExpired: "Câu trả lời này đã cũ. Xin gửi lại câu hỏi.",
    unknownCommand: "Không có lệnh này. Gửi /help để xem cách sử dụng.",
    /** To what holds no question in writing: `other` are stickers, places, polls and the like. */
    notText: {
      voice:
        "Tôi chưa nghe được tin nhắn thoại. Xin gõ câu hỏi bằng chữ; cũng có thể bấm biểu tượng micrô trên bàn phím của điện thoại để đọc cho máy chép lại.",
      photo:
        "Tôi không đọc được câu hỏi trong ảnh. Xin gõ câu hỏi bằng chữ, hoặc gửi lại ảnh kèm câu hỏi ở phần chú thích.",
      document:
        "Chỉ quản trị viên thêm được tài liệu vào kho. Nếu muốn hỏi, xin gõ câu hỏi bằng chữ.",
      other: "Tôi chỉ đọc được câu hỏi bằng chữ. Xin gõ câu hỏi rồi gửi lại.",
    } satisfies Record<"voice" | "photo" | "document" | "other", string>,
    reindexUsage: "Dùng /reindex để cập nhật chỉ mục, hoặc /reindex full để lập lại toàn bộ.",
    /** `since` is when the run under way began. */
    reindexBusy: (startedBy: string, since: Date) =>
      `Việc lập chỉ mục đang chạy, do ${startedBy} bắt đầu lúc ${dateTime(since)}. Xin chờ xong rồi thử lại.`,
    reindexDone: "Đã lập xong chỉ mục và đang dùng bản mới.",
    /** The new index was built and could not be switched to. */
    reloadFailed:
      "Đã lập xong chỉ mục mới nhưng chưa chuyển sang được; bot vẫn trả lời bằng chỉ mục cũ. Xin xem nhật ký của bot.",
    reindexFailed: (reason: string) =>
      `Lập chỉ mục không thành công: ${reason}\nBot vẫn trả lời bằng chỉ mục cũ.`,
  },
};

/** Everything a user reads in one language. */
export type Locale = typeof vi;
