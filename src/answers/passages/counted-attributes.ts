import { type TextTest, wholeWords } from "../../language/text/index.ts";

/** A fact about somebody or something that only a sentence with certain words can tell. */
export interface Attribute {
  /** Words of a question, as read from its Vietnamese search text without marks. */
  readonly asked: TextTest;
  /** The same with marks, where they differ from everyday words only by them. */
  readonly askedMarked?: TextTest;
  /** Words of a sentence that tells it, with marks. */
  readonly told: TextTest;
}

export const word = (source: string) => wholeWords(source, "iu");

/** The same in text without marks, which is in small letters. */
export const bare = (source: string) => wholeWords(source, "u");

/** Words by which a sentence counts those who came. */
const OF_DELEGATION = word(
  "đoàn|thành viên|có mặt|dự|tham dự|tham gia|cùng đi|dẫn đầu|dẫn|cử|hội viên",
);

/** People who came, wages and sums: each is told only by a sentence that counts that very thing. */
export const COUNTED: readonly Attribute[] = [
  {
    // Of all that is counted the members of a delegation are told with it.
    asked: bare(
      "doan (?:[a-z0-9/]{1,20} ){1,16}?(?:co |gom |tong cong |tat ca |ca thay )*(?:bao nhieu|may) (?:nguoi|thanh vien|dai bieu|can bo)(?=\\W{0,9}$)",
    ),
    told: OF_DELEGATION,
  },
  {
    asked: bare("tien cong|thu lao|cong xa"),
    told: word("tiền công|thù lao|lương|ngày công|thu nhập|trả công"),
  },
  {
    asked: bare("bao nhieu tien|tien (?:cong|luong) (?:\\p{L}{1,20} ){0,4}bao nhieu"),
    askedMarked: word("bao nhiêu tiền|tiền (?:công|lương) (?:\\p{L}{1,20} ){0,4}bao nhiêu"),
    told: /\d ?(?:nghìn|ngàn|triệu|tỷ|tỉ|vạn)? ?(?:tỷ |tỉ )?(?:đồng|vnd|usd|đô la|nhân dân tệ|tệ|ndt|rmb|euro|won|yên|kíp|kip|bạt|đ)(?!\p{L})/iu,
  },
  {
    asked: bare("chi phi|kinh phi|ton (?:het )?bao nhieu tien|het bao nhieu tien"),
    askedMarked: word("chi phí|kinh phí|tốn (?:hết )?bao nhiêu|hết bao nhiêu tiền"),
    told: word(
      "chi phí|kinh phí|tốn|hết [\\d.,]+|trị giá|tổng (?:giá trị|mức|số tiền)|(?:hỗ trợ|dành|chi|cấp|góp) [\\d.,]+",
    ),
  },
];
