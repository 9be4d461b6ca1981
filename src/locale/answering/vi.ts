import type { AnsweringTexts } from "./texts.ts";

export const vi: AnsweringTexts = {
  yearUntold: "Bài viết không cho biết năm.",
  dayUntold: "Bài viết không cho biết đó là ngày nào.",
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
  quotesOnly: "Tôi không tóm tắt mà chỉ trích nguyên văn",
  didYouMean: (w) => `Ý bạn là “${w}”?`,
  notThen: (w) => `Không thấy việc này vào thời gian bạn hỏi (${w}) trong tư liệu. Gần nhất có:`,
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
