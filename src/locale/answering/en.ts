import type { AnsweringTexts } from "./texts.ts";

export const en: AnsweringTexts = {
  yearUntold: "The article does not tell the year.",
  dayUntold: "The article does not tell which day that was.",
};
