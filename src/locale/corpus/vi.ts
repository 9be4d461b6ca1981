import { numberFormat } from "../format.ts";
import type { AddingTexts, CorpusTexts } from "./texts.ts";

const number = numberFormat("vi-VN");

const FIELD = { published: "ngày đăng", event: "ngày diễn ra sự kiện" } as const;

const adding: AddingTexts = {
  usage: [
    "Cách thêm bài vào kho tư liệu:",
    "• /add kèm một hoặc nhiều địa chỉ trang web",
    "• gửi tệp .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv hoặc .pdf có chữ (phần chú thích, nếu có, là tên bài)",
    "• chuyển tiếp bài đăng của một kênh",
    "• /add rồi dán toàn văn bài viết, dòng đầu là tên bài",
    "",
    "Trong nhóm, trả lời tin nhắn có bài hoặc tệp bằng lệnh /add.",
  ].join("\n"),
  readingPage: (host) => `Đang đọc trang ${host}…`,
  readingFile: "Đang đọc tệp…",
  readingText: "Đang đọc bài viết…",
  tooMany: (most) =>
    `Mỗi lần tôi chỉ đọc được ${number(most)} địa chỉ. Xin gửi tiếp các địa chỉ còn lại sau.`,
  fileTooLarge: "Tệp lớn quá: Telegram chỉ cho bot tải tệp đến 20 MB. Xin gửi riêng bài viết.",
  fileLost: "Không tải được tệp từ Telegram. Xin gửi lại tệp sau ít phút.",
  heading: "Thêm bài này vào kho tư liệu?",
  updateHeading: "Cập nhật bài đã có?",
  feedHeading: (feed) => `Bài mới từ ${feed}. Thêm vào kho tư liệu?`,
  source: "Nguồn",
  published: "Ngày đăng",
  event: "Ngày diễn ra",
  length: "Độ dài",
  leftOut: "Không đưa vào bài",
  leftOutOf: (letters, source, reasons) =>
    `${number(letters)}/${number(source)} ký tự (${reasons})`,
  leftOutReasons: {
    furniture: "menu, nút bấm, chân trang",
    related: "tin khác",
    outside: "ngoài thân bài",
    repeated: "lặp lại",
    details: "ngày đăng, nguồn, địa chỉ",
    pictures: "tên tệp ảnh",
    hidden: "chữ ẩn",
    deleted: "đoạn đã xóa",
    heads: "đầu trang, số trang",
  },
  words: (count) => `${number(count)} chữ`,
  cutOff: (chars) => `bài quá dài, đã bỏ ${number(chars)} ký tự cuối`,
  unknown: "không rõ",
  same: ({ title, note }) => `Bài này đã có: “${title}”${note}. Cập nhật sẽ thay nội dung bài đó.`,
  alike: ({ title, note }, { own, other }) =>
    `Bài này gần giống từng chữ với “${title}”${note}, nhưng khác ở “${own}” (bài đã có: “${other}”), nên có lẽ nói về sự kiện khác. Lưu bài mới sẽ giữ cả hai; Cập nhật sẽ thay bài đã có.`,
  newButton: "Lưu bài mới",
  readingPicture: (page, pages) =>
    `Đang nhận dạng chữ trên ảnh, trang ${number(page)}/${number(pages)}…`,
  readFrom: "Đọc từ ảnh",
  pictures: ({ sureness, pages, unread, of }) => {
    const left = unread.length === 0 ? "" : `; bỏ trang không đọc được: ${unread.join(", ")}`;
    return `trang ${pages.join(", ")} (trên ${number(of)} trang), độ chắc chắn ${sureness}/100${left}. Xin đối chiếu với bản gốc.`;
  },
  saveButton: "Lưu",
  updateButton: "Cập nhật",
  dateButton: "Sửa ngày",
  cancelButton: "Huỷ",
  skipButton: "Bỏ qua",
  publishedButton: "Ngày đăng",
  eventButton: "Ngày diễn ra",
  backButton: "‹ Quay lại",
  askDate: (field, title) =>
    `Xin trả lời tin nhắn này bằng ${FIELD[field]} của bài “${title}”, ví dụ 21/1/2025.`,
  datePlaceholder: "21/1/2025",
  dateProblem: (problem, field) => {
    if (problem === "impossible")
      return "Không có ngày này trong lịch. Xin gửi lại, ví dụ 21/1/2025.";
    if (problem === "too-early")
      return "Ngày này xa quá trong quá khứ. Xin kiểm tra lại năm rồi gửi lại.";
    if (problem === "unreadable") {
      return "Tôi không đọc được ngày này. Xin gửi đủ ngày, tháng, năm, ví dụ 21/1/2025.";
    }
    return field === "published"
      ? "Ngày đăng không thể ở tương lai. Xin kiểm tra lại rồi gửi lại."
      : "Ngày này còn xa quá. Xin kiểm tra lại năm rồi gửi lại.";
  },
  nowThere: "Bài này vừa có trong kho. Xin xem lại rồi bấm Cập nhật nếu vẫn muốn lưu.",
  saved: (by) => `Đã lưu (${by}).`,
  indexing: "Đang cập nhật chỉ mục, ít giây nữa sẽ hỏi được.",
  id: (articleId) => `Mã bài: ${articleId}`,
  indexed: "Bài đã có trong chỉ mục, có thể hỏi ngay. Muốn bỏ thay đổi này: /undo",
  notIndexed: (outcome) => {
    if (outcome.kind === "held") {
      return "Chỉ mục đang được giữ ở bản cũ nên chưa có bài này. Gửi /reindex khi muốn cập nhật.";
    }
    if (outcome.kind === "cancelled") {
      return "Việc cập nhật chỉ mục đã bị dừng nên chưa có bài này. Gửi /reindex để cập nhật.";
    }
    const reason = outcome.kind === "failed" ? ` (${outcome.reason})` : "";
    return `Chưa cập nhật được chỉ mục${reason}. Bài vẫn được giữ; gửi /reindex để thử lại.`;
  },
  fileSkipped: (reason) => `Chỉ mục không nhận bài này: ${reason}`,
  dropped: (by) => `Đã bỏ qua, không lưu (${by}).`,
  gone: "Thẻ này đã quá 7 ngày hoặc không còn được giữ. Xin gửi lại bài.",
  feedsBroken: (problem) =>
    `Danh sách nguồn tin theo dõi bị lỗi nên tạm thời không nguồn nào được theo dõi; bot vẫn trả lời câu hỏi.\n${problem}\nXin sửa tệp rồi khởi động lại bot.`,
  autoAdded: (count) => `Đã tự động thêm ${number(count)} bài từ nguồn tin theo dõi:`,
  moreArticles: (count) => `… và ${number(count)} bài khác.`,
};

export const vi: CorpusTexts = {
  adding,
  commands: { add: "Thêm bài viết: địa chỉ, tệp hoặc văn bản (quản trị viên)" },
};
