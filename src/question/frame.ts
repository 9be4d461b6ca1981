import type { Exchange } from "../conversation/exchange.ts";
import { hasMarks } from "../text/fold.ts";
import { terms } from "../text/terms.ts";
import { findQuestionWords } from "./question-words.ts";

/** Words that would hang in the air once the question words behind them are gone. */
const DANGLING =
  /(?<!\s)\s+(?:vào|vao|ở|tại|tai|là|la|lúc|luc|từ|tu|đến|den|với|voi|cùng|cung|do|về|ve|trong|gồm|gom)$/iu;
const END = /(?<![\s?？!！.。…,，;:])[\s?？!！.。…,，;:]+$/u;
const AUXILIARY = "(?:did|does|do|was|were|is|are|has|have|had|will)";
const ENGLISH_QUESTION = new RegExp(
  `^(?:and |so |but )?(who|whom|(?:in |on |at |with |by )?(?:what|which)|when|where|why|how(?: long| much)?|how many)\\b(?: (${AUXILIARY})\\b)?\\s*`,
  "iu",
);
const CHINESE_QUESTION =
  /是谁|谁|是?在?什么时候|何时|哪一?[天年]|是?在哪[里儿]?|为什么|为何|多少|几个|什么|哪[个位]|如何/gu;

/**
 * The last question as a statement, the answer in the place of the question words where it is a name:
 * "Ai tiếp đoàn Bằng Tường?" → "Dương Xuân Huyên tiếp đoàn Bằng Tường". What follows can be put behind it.
 *
 * @returns The statement without punctuation at its end; null where no content is left.
 */
export function frameOf(previous: Exchange): string | null {
  const question = previous.question.replace(END, "");
  const framed =
    previous.language === "vi"
      ? vietnameseFrame(question, previous)
      : previous.language === "en"
        ? englishFrame(question, previous)
        : question.replace(CHINESE_QUESTION, (words) => (words === "谁" ? answerer(previous) : ""));
  const clean = framed.replace(/\s+/gu, " ").replace(END, "").trim();
  return terms(clean).length >= 2 ? clean : null;
}

/** The one person who is the answer, else nothing. */
function answerer({ marked, persons }: Exchange): string {
  const asked = marked.filter(({ type }) => type === "person");
  return asked.length === 1 ? (persons[0]?.name ?? "") : "";
}

function vietnameseFrame(question: string, previous: Exchange): string {
  const list = terms(question);
  const found = findQuestionWords(list, !hasMarks(question));
  const main = found.find(({ type }) => type !== "phrase") ?? found[0];
  let text = question;
  for (const f of [...found].reverse()) {
    const start = list[f.from]!.start;
    const before = text.slice(0, start).trimEnd();
    const after = text.slice(list[f.to - 1]!.end);
    const name = f === main && f.type === "person" ? answerer(previous) : "";
    // "Ông X là ai", "người tiếp đoàn là ai": the subject alone goes on.
    const kept =
      name === "" || /\s(?:là|la)$/iu.test(before) ? before.replace(DANGLING, "") : before;
    text = `${kept} ${kept === before ? name : ""}${after}`;
  }
  return text;
}

function englishFrame(question: string, previous: Exchange): string {
  const match = ENGLISH_QUESTION.exec(question);
  if (match === null) return question;
  const rest = question.slice(match[0].length);
  const subject = match[1]!.toLowerCase() === "who" && match[2] === undefined;
  return subject ? `${answerer(previous)} ${rest}` : rest;
}
