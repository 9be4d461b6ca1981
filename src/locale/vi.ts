import { vi as answering } from "./answering/vi.ts";
import { vi as articles } from "./articles/vi.ts";
import { vi as corpus } from "./corpus/vi.ts";
import { dateParts, numberFormat, vietnamTime } from "./format.ts";
import type { Locale } from "./locale.ts";
import { vi as operations } from "./operations/vi.ts";
import { vi as register } from "./register/vi.ts";
import { vi as service } from "./service/vi.ts";
import { vi as sources } from "./sources/vi.ts";
import { vi as visits } from "./visits/vi.ts";

const number = numberFormat("vi-VN");
const two = (value: number) => String(value).padStart(2, "0");

function date(isoDate: string | null): string {
  if (isoDate === null) return "không rõ ngày";
  const parts = dateParts(isoDate);
  return parts === null ? isoDate : `${two(parts.day)}/${two(parts.month)}/${parts.year}`;
}

function dateTime(moment: Date): string {
  const at = vietnamTime(moment);
  return `${at.hour}:${at.minute} ngày ${at.day}/${at.month}/${at.year}`;
}

const PHASES: Locale["indexing"]["phase"] = {
  read: "Đang đọc bài viết",
  embed: "Đang tạo vectơ",
  vectors: "Đang dựng chỉ mục",
  check: "Đang kiểm tra chỉ mục",
};

const SUBJECT =
  "các chuyến thăm, buổi tiếp đón và làm việc giữa các địa phương Việt Nam và phía Trung Quốc";

const basis = (articles: number) =>
  articles === 0
    ? "Hiện kho tư liệu chưa có bài viết nào."
    : `Mọi câu trả lời đều trích từ ${number(articles)} bài viết trong kho tư liệu, có dẫn nguồn.`;

/** Vietnamese, the first language of the product. */
export const vi: Locale = {
  language: "vi",
  date,
  dateTime,
  answering,
  articles,
  corpus,
  operations,
  register,
  service,
  sources,
  visits,
  answer: {
    refusal: "Tôi không tìm thấy thông tin này trong tư liệu hiện có.",
    nearestLabel: "Những bài có nội dung gần nhất:",
    sourcesLabel: "Nguồn:",
    quotesLabel: "Trích nguyên văn:",
    unknownDate: "không rõ ngày",
    understoodAs: (question) => `Hiểu là: ${question}`,
    resetDone: "Tôi đã quên câu hỏi trước. Mời bạn hỏi câu mới.",
    emptyQuestion: "Xin gửi câu hỏi bằng chữ, chẳng hạn: “Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?”",
    questionTooLong: (maxChars) =>
      `Câu hỏi dài quá. Xin rút gọn còn không quá ${number(maxChars)} ký tự và hỏi từng ý một.`,
    failed: "Đã xảy ra lỗi khi tìm câu trả lời. Xin thử lại sau ít phút.",
  },
  terminal: {
    welcome: (articles) => `Xin chào! Tôi trả lời câu hỏi về ${SUBJECT}. ${basis(articles)}`,
    hint: "Gõ câu hỏi rồi nhấn Enter. Muốn thoát, nhấn Ctrl+D.",
    followUpHint:
      "Có thể hỏi tiếp về câu trả lời vừa rồi (“còn ông ấy giữ chức gì?”); gõ /reset để bắt đầu lại.",
    telegramHint: "Muốn chạy bot Telegram, hãy đặt BOT_TOKEN trong tệp .env.",
    prompt: "Câu hỏi: ",
    goodbye: "Tạm biệt!",
    indexKept: (reason) =>
      `Chưa cập nhật được chỉ mục nên tôi trả lời bằng chỉ mục hiện có. Lý do: ${reason}`,
  },
  indexing: {
    starting: "Đang chuẩn bị lập chỉ mục…",
    phase: PHASES,
    progress: (p) =>
      `${PHASES[p.phase]}: ${number(p.done)}/${number(p.total)}${operations.pace(p)}`,
    summary: (c) =>
      `Số tệp: thêm mới ${number(c.indexed)}, cập nhật ${number(c.updated)}, giữ nguyên ${number(c.unchanged)}, gỡ bỏ ${number(c.removed)}, bỏ qua ${number(c.skipped)}.`,
    failuresLabel: (count) => `${number(count)} tệp không đọc được:`,
    moreFailures: (count) => `… và ${number(count)} tệp khác.`,
    emptyCorpus: (directory) =>
      `Thư mục ${directory} chưa có bài viết nào. Hãy chép bài viết (.md, .txt, .html) vào đó rồi chạy lại.`,
  },
  telegram: {
    commands: {
      ask: "Đặt câu hỏi, ví dụ: /ask Ai tiếp đoàn Bằng Tường?",
      sources: "Các bài viết trong kho tư liệu, mới nhất trước",
      status: "Tình trạng kho tư liệu",
      help: "Cách sử dụng",
      reset: "Quên câu hỏi trước, bắt đầu lại",
      start: "Giới thiệu và câu hỏi gợi ý",
      reindex: "Lập lại chỉ mục (quản trị viên)",
    },
    start: (articles) => `Xin chào! Tôi trả lời câu hỏi về ${SUBJECT}.\n\n${basis(articles)}`,
    examplesLabel: "Bạn có thể gửi câu hỏi ngay, hoặc thử một trong các câu dưới đây:",
    examples: [
      "Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
      "Lạng Sơn tiếp đoàn Bằng Tường ngày nào?",
      "Ông Ngô Nham giữ chức vụ gì?",
    ],
    help: (bot) =>
      [
        "Gửi câu hỏi bằng tiếng Việt (có dấu hoặc không dấu), tiếng Anh hay tiếng Trung; mỗi lần một câu.",
        "",
        `Trong nhóm: nhắc @${bot} kèm câu hỏi, trả lời một tin nhắn của tôi, hoặc dùng /ask.`,
        "",
        "/ask – đặt câu hỏi",
        ...visits.help,
        "/sources – các bài viết trong kho tư liệu",
        "/status – tình trạng kho tư liệu",
        "/reset – quên câu hỏi trước",
        "/help – cách sử dụng",
        "",
        "Câu trả lời là trích dẫn nguyên văn; bấm vào số [1], [2]… để mở đúng đoạn gốc. Điều gì tư liệu không có, tôi sẽ nói rõ là không tìm thấy.",
        "",
        "Nếu sửa câu hỏi đã gửi, xin gửi lại thành tin nhắn mới.",
      ].join("\n"),
    addedToGroup: (bot) =>
      `Xin chào cả nhóm! Tôi trả lời câu hỏi về ${SUBJECT}. Hãy nhắc @${bot} kèm câu hỏi, hoặc dùng /ask.`,
    askUsage: "Xin viết câu hỏi sau lệnh, ví dụ: /ask Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
    status: (s) =>
      [
        `Số bài viết: ${number(s.articles)}`,
        `Số tin ngắn: ${number(s.briefs)}`,
        `Số chuyến thăm, buổi tiếp, làm việc: ${number(s.visits)}`,
        `Số đoạn đã lập chỉ mục: ${number(s.chunks)}`,
        `Mô hình: ${s.model}`,
        `Cập nhật lúc: ${dateTime(new Date(s.builtAt))} (giờ Việt Nam)`,
      ].join("\n"),
    sourcesHeading: (total) => `Kho tư liệu có ${number(total)} bài viết, mới nhất trước:`,
    noSources: "Hiện kho tư liệu chưa có bài viết nào.",
    moreButton: "Xem thêm",
    moreLabel: "Các đoạn liên quan khác:",
    noMore: "Không còn đoạn nào khác.",
    feedbackUp: "Cảm ơn bạn đã đánh giá!",
    feedbackDown: "Cảm ơn bạn, chúng tôi sẽ xem lại câu trả lời này.",
    buttonExpired: "Câu trả lời này đã cũ. Xin gửi lại câu hỏi.",
    unknownCommand: "Tôi không có lệnh này. Gửi /help để xem cách sử dụng.",
    textOnly: "Tôi chỉ đọc được câu hỏi bằng chữ. Xin gõ câu hỏi rồi gửi lại.",
    reindexUsage: "Dùng /reindex để cập nhật chỉ mục, hoặc /reindex full để lập lại toàn bộ.",
    reindexBusy: (startedBy, since) =>
      `Việc lập chỉ mục đang chạy, do ${startedBy} bắt đầu lúc ${dateTime(since)}. Xin chờ xong rồi thử lại.`,
    reindexDone: "Đã lập xong chỉ mục và đang dùng bản mới.",
    reloadFailed:
      "Đã lập xong chỉ mục mới nhưng chưa chuyển sang được; bot vẫn trả lời bằng chỉ mục cũ. Xin xem nhật ký của bot.",
    reindexFailed: (reason) =>
      `Lập chỉ mục không thành công: ${reason}\nBot vẫn trả lời bằng chỉ mục cũ.`,
  },
};
