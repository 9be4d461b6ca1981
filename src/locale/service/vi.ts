import type { Hold } from "../../index/index.ts";
import type {
  BuildProgress,
  IndexStatus,
  RollBackFailure,
  SelfTestFailure,
} from "../../model/index.ts";
import { NUMBERS } from "../format.ts";

const number = NUMBERS.vi;

/** A generation of the index, as admins see it; `builtAt` is ISO 8601. */
type GenerationFacts = Pick<IndexStatus, "generation" | "articles" | "builtAt">;

const time = (seconds: number) =>
  seconds < 90 ? `${number(seconds)} giây` : `${number(Math.round(seconds / 60))} phút`;

const percent = (share: number) => `${(100 * share).toFixed(1).replace(".", ",")}%`;

const REINDEX = "Gửi /reindex để lập lại chỉ mục; trong lúc đó bot vẫn trả lời.";

/** Keeping the index: for admins. */
export const operations = {
  /** Behind the phase and its numbers: chunks made and time left, where they are known. */
  pace: ({ chunks, secondsLeft }: Pick<BuildProgress, "chunks" | "secondsLeft">) =>
    [
      chunks === undefined || chunks === 0 ? "" : `, ${number(chunks)} đoạn`,
      secondsLeft === undefined ? "" : `, còn khoảng ${time(secondsLeft)}`,
    ].join(""),
  cancelButton: "Hủy",
  /** Shown on the pressed button. */
  cancelling: "Đang dừng…",
  nothingToCancel: "Hiện không có việc lập chỉ mục nào đang chạy.",
  /** The run was cancelled; what it did is kept. */
  cancelled:
    "Đã dừng lập chỉ mục. Bot vẫn dùng chỉ mục cũ; phần đã làm được giữ lại, lần /reindex sau sẽ làm tiếp từ đó.",
  /** The new index was built and not taken into use. */
  selfTestFailed: (failure: SelfTestFailure): string => {
    const kept =
      "Chỉ mục mới không qua được bước kiểm tra nên chưa được dùng; bot vẫn dùng bản cũ.";
    if (failure.check === "content")
      return `${kept}\nLỗi: nội dung ghi ra không đúng (${failure.found}). Xin kiểm tra dung lượng đĩa còn trống rồi gửi lại /reindex.`;
    if (failure.check === "recall")
      return `${kept}\nLỗi: tìm theo nghĩa chỉ đạt ${percent(failure.recall)} so với tìm đầy đủ, cần ít nhất ${percent(failure.least)}. Xin gửi /reindex full.`;
    const missed = failure.missed.map((question) => `• ${question}`).join("\n");
    return `${kept}\nCác câu hỏi kiểm tra không còn tìm thấy bài của mình (đã hỏi ${number(failure.asked)} câu):\n${missed}\nXin xem lại những bài vừa thay đổi; câu nào không còn đúng thì bỏ khỏi tệp check-questions.tsv.`;
  },
  rolledBack: ({ generation, articles, builtAt }: GenerationFacts, before: string) =>
    `Đã quay lại chỉ mục ${generation} (${number(articles)} bài, lập lúc ${builtAt}).\nMuốn dùng lại bản vừa rồi: /rollback ${before}. Gửi /reindex để cập nhật theo kho bài hiện tại; cho đến lúc đó, khi khởi động lại bot vẫn giữ bản này.`,
  rollBackFailed: (failure: RollBackFailure): string => {
    if (failure.kind === "none") return "Không có bản chỉ mục cũ hơn để quay lại.";
    if (failure.kind === "unknown")
      return `Không có bản chỉ mục ${failure.generation}. Các bản đang có: ${failure.known.join(", ")}.`;
    if (failure.kind === "busy")
      return `Việc lập chỉ mục đang chạy (${failure.startedBy}). Xin chờ xong, hoặc gửi /cancel rồi thử lại.`;
    return `Bản chỉ mục ${failure.generation} bị hỏng (${failure.reason}) nên không dùng được. Bot vẫn dùng bản hiện tại.`;
  },
  /** The index is of another model or other settings than those that are set. */
  staleModel: (indexed: string, wanted: string) =>
    `EMBEDDING_MODEL hiện là ${wanted}, nhưng chỉ mục được lập bằng mô hình ${indexed}. Bot tạm dùng chỉ mục và mô hình cũ. ${REINDEX}`,
  staleSettings: `Chỉ mục được lập bởi phiên bản hoặc thiết lập cũ của chương trình. Bot tạm dùng chỉ mục đó. ${REINDEX}`,
  /** At a start after a roll-back: changes of the corpus wait. */
  held: ({ generation, by }: Hold) =>
    `Chỉ mục đang ở bản ${generation}, do ${by} quay lại. Những thay đổi trong kho bài chưa được cập nhật; gửi /reindex khi muốn cập nhật.`,
  /** State that could not be read was put aside. */
  stateDamaged: (putAside: string) =>
    `Tệp lưu phản hồi và nhật ký (state.db) bị hỏng, đã được cất thành ${putAside}; bot dùng tệp mới. Nếu có bản sao lưu, hãy khôi phục bằng lệnh restore.`,
  commands: {
    cancel: "Dừng lập chỉ mục (quản trị viên)",
    rollback: "Quay lại bản chỉ mục trước (quản trị viên)",
  },
};

/** What the bot says of its own service: who may ask, how much, and when it is late. */
export const service = {
  /** To a chat that is not on the list; the id is what an admin needs. */
  notAllowed: (chatId: number) =>
    `Bot này chỉ phục vụ những cuộc trò chuyện đã đăng ký. Mã của cuộc trò chuyện này là ${chatId}; nếu cần sử dụng, xin gửi mã này cho người quản trị bot.`,
  /** The same under a button, at most 200 characters. */
  notAllowedShort: "Bot này chỉ phục vụ những cuộc trò chuyện đã đăng ký.",
  /** More questions of one user within a minute than are allowed. */
  tooManyPerMinute: (perMinute: number, waitSeconds: number) =>
    `Mỗi phút tôi chỉ trả lời được ${number(perMinute)} câu hỏi của một người. Xin chờ ${number(waitSeconds)} giây rồi hỏi tiếp.`,
  /** More questions of one user on a day than are allowed. */
  tooManyPerDay: (perDay: number) =>
    `Hôm nay bạn đã hỏi hết ${number(perDay)} câu cho phép trong ngày. Mời bạn quay lại vào ngày mai.`,
  /** More messages of one chat are waiting than the queue takes. */
  chatQueueFull:
    "Còn nhiều tin nhắn trong cuộc trò chuyện này đang chờ trả lời, nên tôi chưa nhận thêm được. Xin chờ tôi trả lời xong rồi gửi lại.",
  /** More messages of all chats are waiting than the queue takes. */
  queueFull:
    "Hiện có quá nhiều câu hỏi đang chờ nên tôi chưa nhận thêm được. Xin gửi lại sau ít phút.",
  /** Before the answer to a question that has waited for long. */
  late: "Xin lỗi bạn, bot vừa bị gián đoạn nên trả lời muộn.",
  /** The database with the articles cannot be asked now. */
  databaseAway:
    "Kho bài viết tạm thời không truy cập được; bot đang tự kết nối lại. Xin thử lại sau ít phút.",
  /** The disk is full, so that a vote or a file was not kept; at most 200 characters. */
  notKept: "Chưa lưu được vì máy chủ đã hết dung lượng. Xin báo người quản trị bot và thử lại sau.",
  /** In place of an answer to a question that is older than a day. */
  tooLate:
    "Xin lỗi bạn, tin nhắn này đến khi bot đang ngừng hoạt động, cách đây đã hơn một ngày. Nếu vẫn cần, xin gửi lại câu hỏi.",
  /** To admins: the clock of this machine is off by so many milliseconds, ahead where positive. */
  wrongClock: (skewMs: number) =>
    `Đồng hồ của máy chạy bot ${skewMs > 0 ? "nhanh" : "chậm"} ${number(Math.round(Math.abs(skewMs) / 60_000))} phút so với giờ của Telegram. Bot tạm tính theo giờ Telegram; xin chỉnh lại giờ của máy.`,
  /** To admins: another process polls with the same token. */
  secondBot:
    "Có một chương trình khác đang nhận tin nhắn bằng cùng mã bot này, nên một số câu hỏi có thể không đến được đây. Xin tắt bớt một chương trình, hoặc đổi mã bot ở @BotFather.",
  /** Under a button of admins that somebody else has pressed, at most 200 characters. */
  adminButton: "Nút này chỉ dành cho quản trị viên.",
};

export type OperationsTexts = typeof operations;
export type ServiceTexts = typeof service;
