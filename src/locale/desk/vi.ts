import type { EditField } from "../../articles/corpus/index.ts";
import { changesInWords } from "./changes.ts";
import type { CorrectionTexts, DeskTexts, EditingTexts, ReviewTexts } from "./texts.ts";

const EXAMPLE = "21/1/2025";
const FIELD: Readonly<Record<EditField, string>> = {
  title: "Tên bài",
  source: "Nguồn",
  url: "Địa chỉ",
  published: "Ngày đăng",
  event: "Ngày diễn ra",
  kind: "Loại bài",
};
const KIND = { original: "Nguyên văn của nguồn", summary: "Tóm lược theo nguồn" };
const ASKED: Readonly<Record<EditField, string>> = {
  title: "tên bài",
  source: "tên báo hoặc cổng thông tin",
  url: "địa chỉ trang gốc",
  published: "ngày đăng",
  event: "ngày diễn ra sự kiện",
  kind: "loại bài",
};
const HINT: Partial<Record<EditField, string>> = {
  url: ", bắt đầu bằng http:// hoặc https://",
  published: `, ví dụ ${EXAMPLE}`,
  event: `, ví dụ ${EXAMPLE}`,
};

const editing: EditingTexts = {
  editButton: "Sửa",
  doneButton: "‹ Xong",
  field: FIELD,
  kind: KIND,
  ask: (field, title) =>
    `Xin trả lời tin nhắn này bằng ${ASKED[field]} của bài “${title}”${HINT[field] ?? ""}.${field === "title" ? "" : " Gửi “-” để bỏ trống."}`,
  askKind: (title) => `Bài “${title}” là nguyên văn của nguồn hay bản tóm lược?`,
  placeholder: (field) => (field === "published" || field === "event" ? EXAMPLE : FIELD[field]),
  problem: (problem, field) => {
    switch (problem) {
      case "no-title":
        return "Tên bài không được để trống. Xin gửi lại.";
      case "too-long":
        return "Nội dung dài quá. Xin gửi lại ngắn hơn.";
      case "bad-address":
        return "Đây không phải là địa chỉ web. Xin chép lại trọn vẹn địa chỉ, bắt đầu bằng http:// hoặc https://.";
      case "bad-kind":
        return "Loại bài là “original” (nguyên văn) hoặc “summary” (tóm lược).";
      case "impossible":
        return `Không có ngày này trong lịch. Xin gửi lại, ví dụ ${EXAMPLE}.`;
      case "too-early":
        return "Ngày này xa quá trong quá khứ. Xin kiểm tra lại năm rồi gửi lại.";
      case "unreadable":
        return `Tôi không đọc được ngày này. Xin gửi đủ ngày, tháng, năm, ví dụ ${EXAMPLE}.`;
      case "too-late":
        return field === "published"
          ? "Ngày đăng không thể ở tương lai. Xin kiểm tra lại rồi gửi lại."
          : "Ngày này còn xa quá. Xin kiểm tra lại năm rồi gửi lại.";
    }
  },
  edited: (field, title, value, by) =>
    value === null
      ? `Đã bỏ ${FIELD[field].toLowerCase()} của bài “${title}” (${by}).`
      : `Đã sửa ${FIELD[field].toLowerCase()} của bài “${title}”: ${value} (${by}).`,
  unchanged: "Giá trị này trùng với giá trị đang có nên không có gì thay đổi.",
  editedInIndex: "Chỉ mục đã được cập nhật. Muốn bỏ thay đổi này: /undo",
  isSheet: "Bài này là một bảng tính. Xin sửa ngay trong tệp rồi gửi lại tệp.",
};

const correction: CorrectionTexts = {
  wrongButton: "Sai, bỏ đi",
  mergeButton: "Gộp với…",
  partButton: "Tách…",
  yesButton: "Đồng ý",
  confirmWrong: (visit) => `Đánh dấu chuyến thăm này là sai và bỏ khỏi danh mục?\n${visit}`,
  mergeWith: (visit) => `Chuyến thăm này trùng với chuyến nào?\n${visit}`,
  noneNear: "Không có chuyến thăm nào gần giống để gộp.",
  confirmMerge: (visit, other) => `Gộp hai chuyến thăm này làm một?\n• ${visit}\n• ${other}`,
  partFrom: "Bài nào nói về một chuyến thăm khác?",
  confirmPart: (title, visit) =>
    `Tách phần theo bài “${title}” thành một chuyến thăm riêng?\n${visit}`,
  done: {
    wrong: (by) => `Đã đánh dấu chuyến thăm là sai (${by}).`,
    merge: (by) => `Đã gộp hai chuyến thăm (${by}).`,
    part: (by) => `Đã tách chuyến thăm (${by}).`,
  },
  inIndex: "Danh mục đã được cập nhật. Muốn bỏ thay đổi này: /undo",
  tooOld:
    "Danh mục được lập bằng phiên bản cũ nên chưa sửa được. Xin gửi /reindex full rồi thử lại.",
};

const review: ReviewTexts = {
  reason: {
    person: "Sai người",
    date: "Sai ngày",
    question: "Không đúng câu hỏi",
    missing: "Thiếu",
  },
  reasonThanks: "Cảm ơn bạn, lý do đã được ghi lại.",
  nothing: "Không có câu trả lời nào bị 👎 hay câu hỏi nào bị từ chối mà chưa xem.",
  kind: { down: "👎 Bị chê", refused: "🚫 Không trả lời được" },
  asked: "Câu hỏi",
  answered: "Bot đã trả lời",
  articles: "Bài liên quan",
  confidence: (confidence) => `độ chắc chắn ${Math.round(100 * confidence)} %`,
  seenButton: "✓ Đã xem",
  pinButton: "Thêm câu kiểm tra",
  gone: "Mục này không còn. Xin gửi lại /review.",
  choose: (question) => `Câu “${question}” phải tìm ra bài nào?`,
  noArticle: "Không có bài nào gần với câu hỏi này.",
  pinned: (question, title, by) =>
    `Đã thêm câu kiểm tra “${question}” → “${title}” (${by}). Từ nay, chỉ mục mới không tìm ra bài này sẽ không được dùng. Bỏ: /undo`,
  notFound:
    "Chỉ mục hiện chưa tìm ra bài này bằng câu hỏi đó. Nếu thêm, mọi lần cập nhật sẽ bị chặn, nên câu kiểm tra chưa được thêm.",
};

/** Vietnamese. */
export const desk: DeskTexts = {
  editing,
  correction,
  review,
  commands: { review: "Câu trả lời bị 👎 và câu hỏi bị từ chối (quản trị viên)" },
  recognised: {
    visit: "Chuyến thăm",
    moreVisits: (count) => `… và ${count} chuyến thăm khác`,
    noVisit:
      "Không nhận ra chuyến thăm hay buổi tiếp nào trong bài này. Nếu lưu, bot vẫn trả lời theo bài, nhưng danh mục sẽ không có thêm chuyến thăm.",
  },
  changes: (changes, date) =>
    changesInWords(changes, { field: FIELD, kind: KIND, none: "bỏ trống", date, colon: ": " }),
};
