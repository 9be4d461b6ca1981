import { numberFormat } from "../format.ts";
import type { ServiceTexts } from "./texts.ts";

const number = numberFormat("vi-VN");

export const vi: ServiceTexts = {
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
  notKept: "Chưa lưu được vì máy chủ đã hết dung lượng. Xin báo người quản trị bot và thử lại sau.",
  tooLate:
    "Xin lỗi bạn, tin nhắn này đến khi bot đang ngừng hoạt động, cách đây đã hơn một ngày. Nếu vẫn cần, xin gửi lại câu hỏi.",
  wrongClock: (skewMs) =>
    `Đồng hồ của máy chạy bot ${skewMs > 0 ? "nhanh" : "chậm"} ${number(Math.round(Math.abs(skewMs) / 60_000))} phút so với giờ của Telegram. Bot tạm tính theo giờ Telegram; xin chỉnh lại giờ của máy.`,
  secondBot:
    "Có một chương trình khác đang nhận tin nhắn bằng cùng mã bot này, nên một số câu hỏi có thể không đến được đây. Xin tắt bớt một chương trình, hoặc đổi mã bot ở @BotFather.",
  adminButton: "Nút này chỉ dành cho quản trị viên.",
};
