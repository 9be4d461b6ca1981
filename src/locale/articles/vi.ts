import type { LoggedAction } from "../../corpus/change-log.ts";
import { numberFormat } from "../format.ts";
import type { ArticlesTexts } from "./texts.ts";

const number = numberFormat("vi-VN");

const LOGGED: Readonly<Record<LoggedAction, string>> = {
  add: "thêm bài",
  update: "cập nhật bài",
  remove: "xoá bài",
  undo: "hoàn tác",
  reindex: "lập lại chỉ mục",
  rollback: "quay lại chỉ mục cũ",
};

const CHANGE: Partial<Record<LoggedAction, string>> = {
  add: "việc thêm bài",
  update: "việc cập nhật bài",
  remove: "việc xoá bài",
};

export const vi: ArticlesTexts = {
  heading: (total, words) =>
    words === ""
      ? `${number(total)} bài trong kho, mới nhất trước`
      : `${number(total)} bài khớp với “${words}”`,
  none: (words) =>
    words === ""
      ? "Kho chưa có bài nào. Gửi /add để thêm bài."
      : `Không có bài nào khớp với “${words}”. Xin thử ít từ hơn, hoặc gửi /articles để xem tất cả.`,
  hint: "Bấm số để mở bài. Tìm bài: /articles kèm vài từ trong tên bài.",
  listExpired: "Danh sách này đã cũ. Xin gửi lại /articles.",
  articleGone: "Bài này không còn trong chỉ mục. Xin gửi lại /articles.",
  visits: (count) =>
    count === 0 ? "Không có chuyến thăm nào trong sổ" : `${number(count)} chuyến thăm trong sổ`,
  openButton: "Mở bài",
  removeButton: "Xoá",
  reindexButton: "Lập chỉ mục lại",
  backButton: "‹ Danh sách",
  cancelButton: "Huỷ",
  undoButton: "Hoàn tác",
  removeUsage:
    "Dùng /remove kèm mã bài, ví dụ: /remove added/2025/ten-bai. Mã bài có trong thẻ bài khi mở từ /articles.",
  notFound: (id) => `Không có bài nào mang mã “${id}”. Xin tìm bằng /articles kèm vài từ.`,
  isBrief: (pageId) =>
    `Đây là mẩu tin nằm trong trang của bài khác nên không xoá riêng được. Muốn xoá cả trang: /remove ${pageId}`,
  confirmRemove: (title) => `Xoá bài “${title}” khỏi kho?`,
  notRemoved: "Đã huỷ, bài vẫn còn trong kho.",
  removed: (title, by) => `Đã xoá bài “${title}” (${by}).`,
  indexing: "Đang cập nhật chỉ mục…",
  removedFromIndex: "Bot không còn trả lời theo bài này. Muốn lấy lại bài: /undo",
  undoneInIndex: "Chỉ mục đã được cập nhật.",
  notIndexed: (outcome) => {
    if (outcome.kind === "held") {
      return "Chỉ mục đang được giữ ở bản cũ nên chưa có thay đổi này. Gửi /reindex khi muốn cập nhật.";
    }
    if (outcome.kind === "cancelled") {
      return "Việc cập nhật chỉ mục đã bị dừng nên chưa có thay đổi này. Gửi /reindex để cập nhật.";
    }
    const reason = outcome.kind === "failed" ? ` (${outcome.reason})` : "";
    return `Chưa cập nhật được chỉ mục${reason}. Thay đổi vẫn được giữ; gửi /reindex để thử lại.`;
  },
  reindexing: (title) => `Đang đọc và lập chỉ mục lại bài “${title}”…`,
  reindexed: (title) => `Đã đọc và lập chỉ mục lại bài “${title}”.`,
  problem: {
    busy: "Kho bài đang được thay đổi hoặc sao lưu. Chưa có gì thay đổi; xin thử lại sau ít phút.",
    full: "Đĩa đã đầy nên không ghi được. Chưa có gì thay đổi; xin giải phóng dung lượng rồi thử lại.",
    "not-writable":
      "Không có quyền ghi vào thư mục kho bài hoặc chỉ mục. Chưa có gì thay đổi; xin cấp quyền ghi rồi thử lại.",
    damaged:
      "Nhật ký (state.db) bị hỏng. Chưa có gì thay đổi; xin khởi động lại bot hoặc khôi phục bản sao lưu.",
  },
  nothingToUndo: "Không có thay đổi nào để hoàn tác.",
  confirmUndo: ({ action, title }) => `Hoàn tác ${CHANGE[action] ?? LOGGED[action]} “${title}”?`,
  notUndone: "Đã huỷ, không có gì thay đổi.",
  undone: ({ action, title }, by) =>
    `Đã hoàn tác ${CHANGE[action] ?? LOGGED[action]} “${title}” (${by}).`,
  undoOther: "Kho bài vừa có thay đổi khác. Xin gửi lại /undo.",
  undoChanged: (path) =>
    `Không hoàn tác được: tệp ${path} đã bị sửa bên ngoài bot sau lần thay đổi đó. Xin sửa tệp trực tiếp trong thư mục kho bài rồi gửi /reindex.`,
  logHeading: "Nhật ký quản trị, mới nhất trước",
  logEmpty: "Nhật ký chưa có gì.",
  logEntry: ({ action, detail, undone }) =>
    `${LOGGED[action]}${detail === "" ? "" : ` “${detail}”`}${undone ? " (đã hoàn tác)" : ""}`,
  commands: {
    articles: "Tìm, mở, xoá bài, lập chỉ mục lại một bài (quản trị viên)",
    remove: "Xoá một bài theo mã (quản trị viên)",
    undo: "Hoàn tác thay đổi gần nhất của kho bài (quản trị viên)",
    log: "Nhật ký: ai đã làm gì, khi nào (quản trị viên)",
  },
};
