import { fold } from "../../src/language/text/fold.ts";
import type { PartialDate } from "../../src/model/language.ts";

/** How a reported field stands to its key; `fine`: nothing to count, as where it is rightly left empty. */
export type Verdict = "right" | "wrong" | "wrong and missed" | "missed" | "fine";

// A label longer than this is a sentence that happens to hold the key.
const LONGEST_LABEL_WORDS = 24;
// "Thủ tướng", "ông", "đồng chí" before a name, or a middle name that the key leaves out.
const EXTRA_NAME_WORDS = 3;

/** The form in which labels are compared: folded words with one space between them. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const wordCount = (text: string): number => text.split(" ").length;

function alternatives(key: string | undefined): { required: boolean; forms: readonly string[] } {
  if (key === undefined) return { required: false, forms: [] };
  const forms = key.split("|");
  return { required: !forms.includes(""), forms: forms.filter((form) => form !== "") };
}

function filled(right: boolean, required: boolean): Verdict {
  if (right) return "right";
  return required ? "wrong and missed" : "wrong";
}

/** Judges a place, organisation, province, country or kind. */
export function judgeLabel(reported: string | null, key: string | undefined): Verdict {
  const { required, forms } = alternatives(key);
  if (reported === null) return required ? "missed" : "fine";
  const text = plain(reported);
  const holds = wordCount(text) <= LONGEST_LABEL_WORDS;
  return filled(holds && forms.some((form) => ` ${text} `.includes(` ${form} `)), required);
}

/** True where a name is one of the key's: at most a title or a middle name more. */
export function isName(reported: string, key: string): boolean {
  const text = plain(reported);
  return alternatives(key).forms.some(
    (form) =>
      ` ${text} `.includes(` ${form} `) && wordCount(text) - wordCount(form) <= EXTRA_NAME_WORDS,
  );
}

/** Judges the name of a head. */
export function judgeName(reported: string | null, key: string | undefined): Verdict {
  const { required } = alternatives(key);
  if (reported === null) return required ? "missed" : "fine";
  return filled(key !== undefined && isName(reported, key), required);
}

/** True where a field has to be filled. */
export function isRequired(key: string | undefined): boolean {
  return alternatives(key).required;
}

/** Reads one date of a key, such as `?-10-25`. */
export function parseDate(text: string): PartialDate {
  const [year, month, day] = text.split("-").map((part) => (part === "?" ? null : Number(part)));
  return { year: year ?? null, month: month ?? null, day: day ?? null };
}

const PARTS = ["year", "month", "day"] as const;

/**
 * Judges a date: right where it has every part of the key and no other, missed where it has only
 * some of them, wrong where a part differs or none settles it.
 */
export function judgeDate(reported: PartialDate | null, key: string | undefined): Verdict {
  const { required, forms } = alternatives(key);
  if (reported === null || PARTS.every((part) => reported[part] === null))
    return required ? "missed" : "fine";
  const dates = forms.map(parseDate);
  if (dates.some((date) => PARTS.every((part) => date[part] === reported[part]))) return "right";
  const agrees = (date: PartialDate) =>
    PARTS.every((part) => reported[part] === null || date[part] === reported[part]);
  if (dates.some(agrees)) return required ? "missed" : "fine";
  return filled(false, required);
}
