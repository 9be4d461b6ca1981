import { expect, it } from "vitest";
import { attributesAsked } from "../../../src/answers/passages/attribute.ts";
import { readQuestion } from "../../../src/answers/question/read.ts";

const asks = (text: string) => attributesAsked(readQuestion(text));

it.each([
  ["Ông Hùng Ba bao nhiêu tuổi?", "Ông Hùng Ba năm nay 58 tuổi.", "Ông Hùng Ba có 3 cuộc gặp."],
  ["Lạng Sơn có bao nhiêu dân?", "Lạng Sơn có dân số gần 800.000.", "Lạng Sơn nhận 4 đợt vật tư."],
  ["so dien thoai ubnd tinh lang son", "Điện thoại: 0205 3812 345", "UBND tỉnh tiếp đoàn."],
  ["Vợ ông Bình tên là gì?", "Ông Bình cùng phu nhân Trần Thị Lan", "Ông Bình tiếp bà Lan."],
  ["Giá vàng hôm nay bao nhiêu?", "Giá vàng tăng nhẹ.", "Các bên đánh giá cao."],
  ["Đoàn Hà Nội đáp chuyến bay nào?", "Đoàn bay từ Nội Bài.", "Đoàn sang thăm từ ngày 3."],
  ["Đoàn ăn trưa ở đâu?", "Tỉnh mời cơm đoàn.", "Đoàn làm việc tại trụ sở."],
  ["Vì sao buổi gặp bị hoãn?", "Buổi gặp hoãn vì mưa.", "Buổi gặp diễn ra sáng 3/4."],
  ["Ông Bình nói gì khi đón đoàn?", "Ông Bình bày tỏ vui mừng.", "Đón đoàn có ông Bình."],
  ["Ông Bình tặng gì cho đoàn?", "Ông Bình trao quà cho đoàn.", "Ông Bình tiếp đoàn."],
  ["hai ben trao qua gi cho nhau", "Đoàn được tặng bức tranh.", "Hai bên trao đổi dữ liệu."],
  ["Ông Bình bao nhiêu tuổi?", "Ông Bình 58 tuổi.", "Bàn việc mua bán người dưới 16 tuổi."],
  ["Đoàn nghỉ ở khách sạn nào?", "Đoàn nghỉ tại khách sạn A.", "Dạy ngành quản trị khách sạn."],
  ["Hội đàm là lần thứ mấy rồi?", "Đây là lần thứ năm.", "Cuộc hội đàm năm sau ở Sùng Tả."],
  ["Có bao nhiêu người chết vì lũ?", "Lũ làm 3 người chết.", "Đoàn gồm 14 người."],
  ["Cuộc họp lần sau ở đâu?", "Lần sau họp tại Sùng Tả.", "Ngày 5/8, tại phường A, hai bên họp."],
  ["Phiên dịch cho đoàn là ai?", "Người phiên dịch là chị Lan.", "Họp qua màn hình vì dịch bệnh."],
  ["Vì sao bà Lan thôi làm chủ tịch hội?", "Bà Lan nghỉ hưu vì tuổi.", "Bà Lan mời bạn sang."],
  ["Sao đoàn sang chậm mất một tuần?", "Đoàn muộn một tuần do mưa lũ.", "Đoàn sang ngày 5/6."],
  ["Đoàn Kim Bình có bao nhiêu người?", "Đoàn gồm 18 người.", "Lập tổ giúp việc, mỗi bên 7 người."],
  ["Thợ được trả bao nhiêu tiền công?", "Tiền công 300.000 đồng.", "Có 8.400 thợ sang làm."],
  ["Chuyến đi hết bao nhiêu tiền?", "Chi phí là 20 triệu đồng.", "Chuyến đi hết 3 ngày."],
  ["Bạn trả lời thế nào?", "Phía bạn đồng ý về nguyên tắc.", "Phía bạn có 5 trạm."],
])("%s", (question, telling, other) => {
  const told = asks(question);
  expect(told).not.toEqual([]);
  expect(told.every((words) => words.test(telling))).toBe(true);
  expect(told.every((words) => words.test(other))).toBe(false);
});

it.each([
  "Ai tiếp đoàn Bằng Tường?",
  "Vợ chồng ông Bình thăm nước nào?",
  "Thủ tướng 94 tuổi thăm đâu?",
  "doan nghe an sang tham tinh nao",
  "Bao nhiêu dân biểu dự hội nghị?",
  "Tỉnh đánh giá thế nào về hợp tác?",
  "giua thang 2 con ton bao nhieu xe o cua khau",
  "Tỉnh giữ bao nhiêu chỗ mỗi năm cho sinh viên Lào?",
  "duong day nong phai tra loi trong may phut",
  "Kỳ họp Ủy ban công tác liên hợp thứ mười bàn gì?",
  "Ai cùng dự buổi tiếp?",
  "Buổi tối ở đâu có giao lưu?",
])("asks for nothing of the kind: %s", (question) => {
  expect(asks(question)).toEqual([]);
});
