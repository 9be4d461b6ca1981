import { fold } from "../text/index.ts";
import type { WordClass } from "./phrase-trie.ts";

/** A rendered piece of a question: a word, phrase, name, number or question word. */
export interface Unit {
  readonly class: WordClass;
  readonly vi: string;
  /** Something that ends a noun phrase (comma, article, preposition) stood before it. */
  readonly gap: boolean;
  /** Words as typed, in lower case; what the word order looks at. */
  readonly source: string;
  /** A name with several possible forms, the first being `vi`. */
  readonly forms?: readonly string[];
}

const PRONOUN = /^(?:của )?(?:ông ấy|bà ấy|họ)$/u;
const MODIFIERS = new Set(["g", "p", "a", "n", "t", "m", "l"]);

/** True for units that can be part of a noun phrase. */
export function isNominal(unit: Unit | undefined): boolean {
  return unit !== undefined && MODIFIERS.has(unit.class);
}

/**
 * Brings runs of nominal units from English or Chinese order (modifier first) to Vietnamese order
 * (head first): [Pháp][cựu binh] → cựu binh Pháp; [Trung Quốc][đại sứ][Hùng Ba] → đại sứ Trung Quốc
 * Hùng Ba. Every run becomes one unit of its head's class, so that it can be moved as a whole.
 */
export function orderNounPhrases(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  let i = 0;
  while (i < units.length) {
    if (!isNominal(units[i])) {
      out.push(units[i]!);
      i++;
      continue;
    }
    let end = i + 1;
    while (end < units.length && isNominal(units[end]) && !units[end]!.gap) end++;
    out.push(nounPhrase(units.slice(i, end)));
    i = end;
  }
  return out;
}

function nounPhrase(run: readonly Unit[]): Unit {
  const first = run[0]!;
  if (run.length === 1) return first;
  const before = run.filter((unit) => unit.class === "m");
  const late = run.filter((unit) => unit.class === "l");
  const rest = run.filter((unit) => unit.class !== "m" && unit.class !== "l");
  let head = rest.length - 1;
  while (head > 0 && rest[head]!.class !== "n" && rest[head]!.class !== "t") head--;
  const isHead = rest[head]?.class === "n" || rest[head]?.class === "t";
  const title = isHead ? settleTitle(rest[head]!, rest) : undefined;
  const ordered =
    title !== undefined
      ? [...before, title, ...rest.slice(0, head).reverse(), ...late, ...rest.slice(head + 1)]
      : [...before, ...rest, ...late];
  return {
    class: isHead ? rest[head]!.class : (rest.at(-1)?.class ?? "n"),
    vi: joinUnits(ordered),
    gap: first.gap,
    source: isHead ? rest[head]!.source : first.source,
  };
}

/** The units' words, joined by single spaces. */
export function joinUnits(units: readonly Unit[]): string {
  return units
    .map((unit) => unit.vi)
    .filter((vi) => vi !== "")
    .join(" ");
}

const CHAIRED = new Set(["Trung Quốc", "Triều Tiên", "Cuba", "Tập Cận Bình", "Kim Jong-un"]);
const VIETNAMESE_NAME =
  /^(?:nguyen|tran|le|pham|dang|truong|to|vo|vu|luong|ho|bui|do|ngo|dinh) \p{L}+/u;

/** Presidents of Vietnam and Laos are "Chủ tịch nước", those of China, North Korea and Cuba "Chủ tịch". */
function settleTitle(head: Unit, run: readonly Unit[]): Unit {
  if (head.vi !== "Tổng thống" && head.vi !== "Phó Tổng thống") return head;
  const own = run.some(
    (unit) =>
      unit.vi === "Việt Nam" ||
      unit.vi === "Lào" ||
      (unit.class === "p" && VIETNAMESE_NAME.test(fold(unit.vi))),
  );
  const chaired = run.some((unit) => CHAIRED.has(unit.vi));
  if (!own && !chaired) return head;
  const title = own ? "Chủ tịch nước" : "Chủ tịch";
  return { ...head, vi: head.vi.startsWith("Phó") ? `Phó ${title}` : title };
}

/** Leaves pronouns out of a question that names somebody; alone they refer to an earlier question. */
export function dropPronouns(units: readonly Unit[]): Unit[] {
  if (!units.some((unit) => unit.class === "p" || unit.class === "t")) return [...units];
  const out: Unit[] = [];
  let gap = false;
  for (const unit of units) {
    if (PRONOUN.test(unit.vi)) gap = true;
    else {
      out.push(gap ? { ...unit, gap } : unit);
      gap = false;
    }
  }
  return out;
}

/**
 * Makes one of a name given twice, "Wu Xiaohui (Vu Hieu Huy)": the second settles which of the first
 * one's forms is meant.
 */
export function mergeRepeatedNames(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (const unit of units) {
    const last = out.at(-1);
    const same =
      unit.class === "p" && last?.class === "p"
        ? (last.forms ?? [last.vi]).find((form) => fold(form) === fold(unit.vi))
        : undefined;
    if (same === undefined) out.push(unit);
    else out[out.length - 1] = { class: "p", vi: same, gap: last!.gap, source: last!.source };
  }
  return out;
}

/** A question as Vietnamese search material. */
export interface Translation {
  /** Vietnamese rendering with marks, word order roughly Vietnamese; names unknown to the tables as typed. */
  readonly text: string;
  /** For each name with several possible Vietnamese forms: the forms, likeliest first; the first stands in `text`. */
  readonly alternatives: string[][];
  /** Words that no table knows and that don't look like names; they are not in `text`. */
  readonly untranslated: string[];
}
