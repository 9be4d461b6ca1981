import { articles, corpus, sources } from "./articles/vi.ts";
import { desk } from "./desk/vi.ts";
import { EXPORTS } from "./exports.ts";
import { FOLLOWING } from "./following.ts";
import { dateParts, numberFormat, two, vietnamTime } from "./format.ts";
import type { AnsweringTexts, Locale, OperationsTexts, ServiceTexts } from "./locale.ts";
import { READER_TEXTS } from "./reader.ts";
import { READING } from "./reading.ts";
import { register, visits } from "./visits/vi.ts";

const answering: AnsweringTexts = {
  yearUntold: "Bài viết không cho biết năm.",
  dayUntold: "Bài viết không cho biết đó là ngày nào.",
  daySet: (day) => `${day} (ngày do quản trị viên xác nhận)`,
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
  },
  wish: {
    declined: {
      summary: "Tóm tắt là việc tôi không làm; tôi chỉ trích nguyên văn:",
      comparison: "So sánh là việc tôi không làm; tôi chỉ trích nguyên văn về từng việc:",
      translation:
        "Dịch là việc tôi không làm; tôi chỉ trích nguyên văn. Bạn có thể hỏi bằng tiếng Việt, tiếng Anh hoặc tiếng Trung.",
    },
    passages: "Tư liệu ghi nguyên văn:",
    original: "Nguyên văn câu trả lời:",
    nothingToTranslate: "Chưa có câu trả lời nào để dịch. Bạn hãy đặt câu hỏi trước.",
    whichLanguage: "Bạn muốn dịch sang tiếng nào? Chẳng hạn: “dịch sang tiếng Anh”.",
    whichTwo:
      "Bạn hãy nêu rõ hai cuộc gặp cần so sánh, kèm ngày và hai bên. Gần nhất trong tư liệu:",
    nothingToCompare: {
      asked: "Bạn hãy nêu rõ hai cuộc gặp cần so sánh, kèm ngày và hai bên.",
      declined:
        "So sánh là việc tôi không làm; bạn có thể hỏi về từng cuộc gặp, chẳng hạn: “Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?”",
    },
    writing: "đang soạn bằng mô hình; gõ câu khác nếu không muốn đợi",
    notWritten: "mô hình không soạn được; câu trả lời là phần trích ở trên",
    mark: "soạn bằng mô hình, đã đối chiếu nguồn",
  },
  understood: (scope) => `Tôi hiểu bạn hỏi về: ${scope}.`,
  closest: (time, visit) =>
    time === null ? `Gần nhất trong tư liệu: ${visit}` : `Không thấy ${time}. Gần nhất: ${visit}`,
  tryAsking: "Bạn có thể hỏi:",
  didYouMean: (w) => `Ý bạn là “${w}”?`,
  notThen: (w) => `Không thấy việc này vào ${/^\d{4}$/u.test(w) ? "năm " : ""}${w}. Gần nhất:`,
  notNamed: (w) => `Không thấy ${w} trong việc này. Tư liệu ghi:`,
  yes: "Có.",
  no: "Không.",
  notTold: "Không thấy điều này trong tư liệu. Tư liệu ghi:",
  publishedOn: (title, day) => `Bài “${title}” đăng ngày ${day}.`,
  nothingSuch: "Không thấy điều này trong tư liệu hiện có.",
  whichVisit: "Bạn muốn hỏi về chuyến thăm nào?",
  suchAs: "Chẳng hạn:",
  nothingMore: "Tư liệu không có thêm chi tiết về việc này.",
};

const time = (seconds: number) =>
  seconds < 90 ? `${number(seconds)} giây` : `${number(Math.round(seconds / 60))} phút`;

const percent = (share: number) => `${(100 * share).toFixed(1).replace(".", ",")}%`;

const REINDEX = "Gửi /reindex để lập lại chỉ mục; trong lúc đó bot vẫn trả lời.";

const operations: OperationsTexts = {
  pace: ({ chunks, secondsLeft }) =>
    [
      chunks === undefined || chunks === 0 ? "" : `, ${number(chunks)} đoạn`,
      secondsLeft === undefined ? "" : `, còn khoảng ${time(secondsLeft)}`,
    ].join(""),
  cancelButton: "Hủy",
  cancelling: "Đang dừng…",
  nothingToCancel: "Hiện không có việc lập chỉ mục nào đang chạy.",
  cancelled:
    "Đã dừng lập chỉ mục. Bot vẫn dùng chỉ mục cũ; phần đã làm được giữ lại, lần /reindex sau sẽ làm tiếp từ đó.",
  selfTestFailed: (failure) => {
    const kept =
      "Chỉ mục mới không qua được bước kiểm tra nên chưa được dùng; bot vẫn dùng bản cũ.";
    if (failure.check === "content") {
      return `${kept}\nLỗi: nội dung ghi ra không đúng (${failure.found}). Xin kiểm tra dung lượng đĩa còn trống rồi gửi lại /reindex.`;
    }
    if (failure.check === "recall") {
      return `${kept}\nLỗi: tìm theo nghĩa chỉ đạt ${percent(failure.recall)} so với tìm đầy đủ, cần ít nhất ${percent(failure.least)}. Xin gửi /reindex full.`;
    }
    const missed = failure.missed.map((question) => `• ${question}`).join("\n");
    return `${kept}\nCác câu hỏi kiểm tra không còn tìm thấy bài của mình (đã hỏi ${number(failure.asked)} câu):\n${missed}\nXin xem lại những bài vừa thay đổi; câu nào không còn đúng thì bỏ khỏi tệp check-questions.tsv.`;
  },
  rolledBack: ({ generation, articles, builtAt }, before) =>
    `Đã quay lại chỉ mục ${generation} (${number(articles)} bài, lập lúc ${builtAt}).\nMuốn dùng lại bản vừa rồi: /rollback ${before}. Gửi /reindex để cập nhật theo kho bài hiện tại; cho đến lúc đó, khi khởi động lại bot vẫn giữ bản này.`,
  rollBackFailed: (failure) => {
    if (failure.kind === "none") return "Không có bản chỉ mục cũ hơn để quay lại.";
    if (failure.kind === "unknown") {
      return `Không có bản chỉ mục ${failure.generation}. Các bản đang có: ${failure.known.join(", ")}.`;
    }
    if (failure.kind === "busy") {
      return `Việc lập chỉ mục đang chạy (${failure.startedBy}). Xin chờ xong, hoặc gửi /cancel rồi thử lại.`;
    }
    return `Bản chỉ mục ${failure.generation} bị hỏng (${failure.reason}) nên không dùng được. Bot vẫn dùng bản hiện tại.`;
  },
  staleModel: (indexed, wanted) =>
    `EMBEDDING_MODEL hiện là ${wanted}, nhưng chỉ mục được lập bằng mô hình ${indexed}. Bot tạm dùng chỉ mục và mô hình cũ. ${REINDEX}`,
  staleSettings: `Chỉ mục được lập bởi phiên bản hoặc thiết lập cũ của chương trình. Bot tạm dùng chỉ mục đó. ${REINDEX}`,
  held: ({ generation, by }) =>
    `Chỉ mục đang ở bản ${generation}, do ${by} quay lại. Những thay đổi trong kho bài chưa được cập nhật; gửi /reindex khi muốn cập nhật.`,
  stateDamaged: (putAside) =>
    `Tệp lưu phản hồi và nhật ký (state.db) bị hỏng, đã được cất thành ${putAside}; bot dùng tệp mới. Nếu có bản sao lưu, hãy khôi phục bằng lệnh restore.`,
  commands: {
    cancel: "Dừng lập chỉ mục (quản trị viên)",
    rollback: "Quay lại bản chỉ mục trước (quản trị viên)",
  },
};

const service: ServiceTexts = {
  notAllowed: (chatId) =>
    `Bot này chỉ phục vụ những cuộc trò chuyện đã đăng ký. Mã của cuộc trò chuyện này là ${chatId}; nếu cần sử dụng, xin gửi mã này cho người quản trị bot.`,
  notAllowedShort: "Bot này chỉ phục vụ những cuộc trò chuyện đã đăng ký.",
  tooManyPerMinute: (perMinute, waitSeconds) =>
    `Mỗi phút tôi chỉ trả lời được ${number(perMinute)} câu hỏi của một người. Xin chờ ${number(waitSeconds)} giây rồi hỏi tiếp.`,
  tooManyPerDay: (perDay) =>
    `Hôm nay bạn đã hỏi hết ${number(perDay)} câu cho phép trong ngày. Mời bạn quay lại vào ngày mai.`,
  chatQueueFull:
    "Còn nhiều tin nhắn trong cuộc trò chuyện này đang chờ trả lời, nên tôi chưa nhận thêm được. Xin chờ tôi trả lời xong rồi gửi lại.",
  queueFull:
    "Hiện có quá nhiều câu hỏi đang chờ nên tôi chưa nhận thêm được. Xin gửi lại sau ít phút.",
  late: "Xin lỗi bạn, bot vừa bị gián đoạn nên trả lời muộn.",
  databaseAway:
    "Kho bài viết tạm thời không truy cập được; bot đang tự kết nối lại. Xin thử lại sau ít phút.",
  notKept: "Chưa lưu được vì máy chủ đã hết dung lượng. Xin báo người quản trị bot và thử lại sau.",
  tooLate:
    "Xin lỗi bạn, tin nhắn này đến khi bot đang ngừng hoạt động, cách đây đã hơn một ngày. Nếu vẫn cần, xin gửi lại câu hỏi.",
  wrongClock: (skewMs) =>
    `Đồng hồ của máy chạy bot ${skewMs > 0 ? "nhanh" : "chậm"} ${number(Math.round(Math.abs(skewMs) / 60_000))} phút so với giờ của Telegram. Bot tạm tính theo giờ Telegram; xin chỉnh lại giờ của máy.`,
  secondBot:
    "Có một chương trình khác đang nhận tin nhắn bằng cùng mã bot này, nên một số câu hỏi có thể không đến được đây. Xin tắt bớt một chương trình, hoặc đổi mã bot ở @BotFather.",
  adminButton: "Nút này chỉ dành cho quản trị viên.",
};

const number = numberFormat("vi-VN");

function date(isoDate: string | null): string {
  if (isoDate === null) return "chưa rõ ngày đăng";
  const parts = dateParts(isoDate);
  return parts === null ? isoDate : `${two(parts.day)}/${two(parts.month)}/${parts.year}`;
}

function dateTime(moment: Date): string {
  const at = vietnamTime(moment);
  return `${at.hour}:${at.minute} ngày ${at.day}/${at.month}/${at.year}`;
}

const PHASES: Locale["indexing"]["phase"] = {
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
export const vi: Locale = {
  language: "vi",
  date,
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
    refusal: "Tôi không tìm thấy thông tin này trong tư liệu hiện có.",
    nearestLabel: "Những bài có nội dung gần nhất:",
    sourcesLabel: "Nguồn:",
    quotesLabel: "Trích nguyên văn:",
    understoodAs: (question) => `Tôi hiểu câu hỏi là: ${question}`,
    resetDone: "Đã xóa ngữ cảnh. Mời bạn đặt câu hỏi mới.",
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
      reset: "Xóa ngữ cảnh, bắt đầu lại",
      start: "Giới thiệu và câu hỏi gợi ý",
      reindex: "Lập lại chỉ mục (quản trị viên)",
    },
    start: (articles) => `Xin chào! Tôi trả lời câu hỏi về ${SUBJECT}.\n\n${basis(articles)}`,
    examplesLabel: "Bạn có thể gửi câu hỏi ngay, hoặc thử một trong các câu dưới đây:",
    examples: [
      "Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
      "Lạng Sơn tiếp đoàn Bằng Tường ngày nào?",
      "Hà Giang gặp châu Văn Sơn gần nhất khi nào?",
    ],
    help: (bot) =>
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
    addedToGroup: (bot) =>
      `Xin chào cả nhóm! Tôi trả lời câu hỏi về ${SUBJECT}. Hãy nhắc @${bot} kèm câu hỏi, hoặc dùng /ask.`,
    askUsage: "Xin viết câu hỏi sau lệnh, ví dụ: /ask Ai đã tiếp Đại sứ Hùng Ba tại Lạng Sơn?",
    status: (s) =>
      [
        `Số bài viết: ${number(s.articles)}`,
        `Số tin ngắn: ${number(s.briefs)}`,
        `Số chuyến thăm, buổi tiếp, làm việc: ${number(s.visits)}`,
        `Số đoạn văn: ${number(s.chunks)}`,
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
    unknownCommand: "Không có lệnh này. Gửi /help để xem cách sử dụng.",
    notText: {
      voice:
        "Tôi chưa nghe được tin nhắn thoại. Xin gõ câu hỏi bằng chữ; cũng có thể bấm biểu tượng micrô trên bàn phím của điện thoại để đọc cho máy chép lại.",
      photo:
        "Tôi không đọc được câu hỏi trong ảnh. Xin gõ câu hỏi bằng chữ, hoặc gửi lại ảnh kèm câu hỏi ở phần chú thích.",
      document:
        "Chỉ quản trị viên thêm được tài liệu vào kho. Nếu muốn hỏi, xin gõ câu hỏi bằng chữ.",
      other: "Tôi chỉ đọc được câu hỏi bằng chữ. Xin gõ câu hỏi rồi gửi lại.",
    },
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
