import { addPhrases, emptyTrie, type PhraseTrie } from "./phrase-trie.ts";

const EN: readonly (readonly [string, string])[] = [
  ["who|whom", "ai"],
  ["whose", "của ai"],
  ["when|at what point", "khi nào"],
  ["since when", "từ khi nào"],
  ["what time|at what time", "mấy giờ"],
  ["where", "ở đâu"],
  ["from where", "từ đâu"],
  ["why|for what reason|for what purpose|how come", "vì sao"],
  ["how long|for how long|how many hours and minutes", "bao lâu"],
  ["how often", "bao lâu một lần"],
  ["how old", "bao nhiêu tuổi"],
  ["how far", "bao xa"],
  ["how tall", "cao bao nhiêu"],
  ["how many|how much|how large|how big|how high", "bao nhiêu"],
  ["how", "như thế nào"],
  ["what about|how about|and what about|and how about", "còn"],
  ["which|which of|in which|on which|at which|from which|to which|for which|by which", "nào"],
  [
    "what|in what|on what|at what|from what|for what|what kind of|what sort of|what type of|what kinds of",
    "gì",
  ],
];

let trie: PhraseTrie | undefined;

/** English question words and their Vietnamese renderings. */
export function englishQuestionWords(): PhraseTrie {
  if (trie === undefined) {
    trie = emptyTrie();
    for (const [forms, vi] of EN) addPhrases(trie, forms, { vi, class: "q" });
  }
  return trie;
}

/** Nouns that are asked for with "nào" rather than "gì" (ngày nào, nước nào). */
const ASKED_WITH_NAO =
  /^(?:ngày|năm|tháng|tuần|giờ|thứ|nước|tỉnh|thành phố|thị|huyện|châu|xã|phường|khu vực|vùng|lĩnh vực|cửa khẩu|khách sạn|địa phương|nơi|địa điểm|tổ chức|cơ quan|công ty|doanh nghiệp|báo|tờ báo|trường|bệnh viện|sân bay|cảng|nhà hàng|hội nghị|thời|dịp|phía|đoàn|cầu|cây cầu|đảo|sông|cơn bão|bão|mốc|chuyến)/u;
/** Quantities: "what was the trade turnover" asks for a number. */
const QUANTITY = /^(?:kim ngạch|dân số|giá|diện tích|số|tổng số|tuổi|trị giá|phần trăm)/u;

/** The word for "which" or "what" behind a noun phrase. */
export function askWord(nounPhrase: string, asked: string, isPerson: boolean): string {
  if (asked === "nào" || isPerson || ASKED_WITH_NAO.test(nounPhrase)) return "nào";
  return "gì";
}

/** What "what is X" asks for, behind X. */
export function predicateWord(nounPhrase: string): string {
  if (QUANTITY.test(nounPhrase)) return "là bao nhiêu";
  return /^ngày/u.test(nounPhrase) ? "là ngày nào" : "là gì";
}
