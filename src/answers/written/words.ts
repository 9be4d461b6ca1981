/** Words that say nothing by themselves, in lower case with marks: what a paraphrase adds or leaves out freely. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "là của và với cho các những đã đang vừa mới có được bị thì mà khi này đó kia ấy nay vào ra trong ngoài tại ở về từ đến tới do bởi " +
    "theo trên dưới giữa cùng gồm rằng việc sự cuộc buổi lễ dịp nhân như cũng còn lại nữa vẫn rất hơn để nhằm nên vì qua sau trước " +
    "một mỗi mọi từng cả hai bên phía ông bà đồng chí ngài anh chị vị người đoàn đại biểu lãnh đạo thời gian ngày tháng năm sáng " +
    "chiều tối trưa hôm hay hoặc nếu tuy nhưng song đồng thời ngoài nhau mình họ ta nhiều đều nội dung vấn đề công tác " +
    "cụ thể gì nào thêm bao gồm thông xã giao hiện trở giữ chức làm đảm nhiệm nơi đây giờ phút lần thứ"
  ).split(" "),
);

/** True for a word (lower case, old tone placement) that a sentence may have without its source having it. */
export const isFunctionWord = (word: string): boolean => FUNCTION_WORDS.has(word);
