import type { PageLine } from "./draft.ts";

// The motto above every official letter, its number, and the list of receivers at its foot (Nghị định 30/2020/NĐ-CP).
const MOTTO =
  /^(?:cộng hòa|cộng hoà) xã hội chủ nghĩa việt nam$|^độc lập\s*[-–—]\s*tự do\s*[-–—]\s*hạnh phúc$/iu;
const NUMBER = /^số\s{0,4}:[\d\s]{0,20}\/?[\p{L}\d\s/.-]{0,40}$/iu;
const RULE = /^[\p{P}\p{S}\s]+$/u;
// In a PDF the office that signs stands on the same line.
const RECEIVERS = /^nơi nhận\s?(?::.{0,80})?$/iu;

/** True for text with the motto of official letters, or the list of their receivers: the head or foot of one. */
export function isLetterhead(text: string): boolean {
  return /(?:cộng hòa|cộng hoà) xã hội chủ nghĩa việt nam|^nơi nhận\s*:/iu.test(text);
}

/** Takes the furniture of an official letter off: motto, number, rules, and its foot from the receivers on. */
export function withoutLetterhead(lines: readonly PageLine[]): PageLine[] {
  const foot = lines.findIndex(({ text }, i) => i > 3 && RECEIVERS.test(text.trim()));
  return lines.slice(0, foot < 0 ? lines.length : foot).filter(({ text }, i) => {
    const line = text.trim();
    return !(MOTTO.test(line) || RULE.test(line) || (i < 12 && NUMBER.test(line)));
  });
}
