import { numberFormat } from "../format.ts";
import type { OperationsTexts } from "./texts.ts";

const number = numberFormat("vi-VN");

const time = (seconds: number) =>
  seconds < 90 ? `${number(seconds)} giây` : `${number(Math.round(seconds / 60))} phút`;

const percent = (share: number) => `${(100 * share).toFixed(1).replace(".", ",")}%`;

const REINDEX = "Gửi /reindex để lập lại chỉ mục; trong lúc đó bot vẫn trả lời.";

export const vi: OperationsTexts = {
  pace: ({ chunks, secondsLeft }) =>
    [
      chunks === undefined || chunks === 0 ? "" : `, ${number(chunks)} đoạn`,
      secondsLeft === undefined ? "" : `, còn khoảng ${time(secondsLeft)}`,
    ].join(""),
  cancelButton: "Huỷ",
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
      return `${kept}\nLỗi: tìm theo vectơ chỉ đạt ${percent(failure.recall)} so với tìm đầy đủ, cần ít nhất ${percent(failure.least)}. Xin gửi /reindex full.`;
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
