/** Names of the same that questions and reports count, folded. */
export const COUNTED_ALIKE: readonly (readonly string[])[] = [
  ["cong ty", "doanh nghiep", "tap doan", "hang"],
  [
    "nguoi",
    "thanh vien",
    "dai bieu",
    "vi",
    "dan",
    "em",
    "can bo",
    "hoc sinh",
    "sinh vien",
    "thieu nhi",
    "thieu nien",
    "khach",
    "du khach",
    "lao dong",
    "ten",
    "doi tuong",
    "nghi pham",
    "can pham",
    "chien si",
    "dong chi",
    "cu dan",
    "cong dan",
    "nan nhan",
    "bac si",
    "giao vien",
    "si quan",
    "nhan dan",
    "hanh khach",
  ],
  ["du an", "chuong trinh", "cong trinh"],
  ["ngay", "hom"],
  ["qua", "suat qua", "phan qua"],
  ["xe", "phuong tien", "container"],
  ["van kien", "thoa thuan", "hiep dinh", "ban ghi nho", "bien ban", "van ban"],
  ["gia dinh", "ho", "cap vo chong"],
  ["linh vuc", "mang", "nganh"],
  ["may bay", "chuyen co", "phi co"],
  ["lan", "chuyen", "luot"],
  ["cuoc", "buoi", "phien"],
];

/** True where a question and a sentence count the same by two names of it. */
export function sameNoun(asked: readonly string[], counted: readonly string[]): boolean {
  const begins = (words: readonly string[], noun: string) =>
    `${words.join(" ")} `.startsWith(`${noun} `);
  return COUNTED_ALIKE.some(
    (nouns) => nouns.some((n) => begins(asked, n)) && nouns.some((n) => begins(counted, n)),
  );
}
