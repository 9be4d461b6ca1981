import type { AnsweringTexts } from "./texts.ts";

export const zh: AnsweringTexts = {
  yearUntold: "文章未说明年份。",
  dayUntold: "文章未说明具体日期。",
};
