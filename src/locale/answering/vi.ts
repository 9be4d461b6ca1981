import type { AnsweringTexts } from "./texts.ts";

export const vi: AnsweringTexts = {
  yearUntold: "Bài viết không cho biết năm.",
  dayUntold: "Bài viết không cho biết đó là ngày nào.",
};
