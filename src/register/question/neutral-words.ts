import { fold } from "../../text/fold.ts";

/**
 * Words of a question about visits that narrow nothing down: what is left when names, dates, the question
 * words and these are taken away is looked for in the records.
 */
const WORDS =
  "là của và với cho các những đã sẽ có được thì mà khi nhé nhỉ vậy như cũng rồi vào ở bởi rằng từ đến tới trong ngoài tại về " +
  "theo trên giữa cùng biết xin hãy hỏi tôi bạn mình giúp tất cả toàn bộ bao nhiêu mấy lần lượt nào gì ai đâu không " +
  "chưa kể liệt kê tên ra danh sách thống cuộc buổi chuyến đoàn phái đại biểu công tác doanh lãnh đạo cán quan chức khách " +
  "thăm tiếp đón gặp gỡ hội đàm kiến làm việc trao đổi sang qua ghé tham chính thức hữu nghị xã giao diễn " +
  "tổ năm tháng ngày dịp thời gian đây nay đó ấy gần nhất mới cuối đầu tiên sớm sắp kế hoạch dự " +
  "tỉnh thành phố huyện thị châu nước phía bên địa phương tư liệu hiện ghi nhận tổng số lượng người một hai ba " +
  "nhiều phải chỉ riêng từng đang vừa sau trước kho bài viết hết nhau sự hoạt động đối nội vùng " +
  "cử nơi quốc gia bàn xem chủ trì dẫn trưởng đi lúc giờ khoảng này kia cả thêm nữa lại đều liên hệ dưới";

const MARKED: ReadonlySet<string> = new Set(WORDS.split(" "));
const FOLDED: ReadonlySet<string> = new Set(WORDS.split(" ").map(fold));

/** True for a word (lower case, old tone placement) that tells nothing of which visits are meant. */
export function isNeutral(word: string, unmarked: boolean): boolean {
  return (unmarked ? FOLDED : MARKED).has(word);
}
