import { hasMarks } from "../text/fold.ts";
import { terms } from "../text/terms.ts";
import { findQuestionWords } from "./question-words.ts";

/** Questions answered of one message. */
const MOST = 3;
/** What parts two questions of one sentence. */
const AND = /\s{0,4},?\s{1,4}(?:và|va|rồi|roi|với lại|voi lai|đồng thời|dong thoi)\s{1,4}/giu;

/** The questions of a message, in order; the message itself where it asks one thing. */
export function questionsIn(text: string): string[] {
  const sentences = text
    .split(/(?<=[?？])\s*/u)
    .map((part) => part.trim())
    .filter((part) => /\p{L}/u.test(part));
  const asking = sentences.filter((part) => /[?？]$/u.test(part) || asks(part));
  const parts = asking.length > 1 ? sentences : [text];
  return parts.flatMap(parted).slice(0, MOST);
}

const wordsOf = (text: string) => findQuestionWords(terms(text), !hasMarks(text));

/** The type that a question asks for; null where it has no question words. */
function typeOf(text: string): string | null {
  const found = wordsOf(text);
  return (found.find(({ type }) => type !== "phrase") ?? found[0])?.type ?? null;
}

const asks = (text: string) => typeOf(text) !== null;

/** "Ai dẫn đầu đoàn … và hai bên bàn những gì?": both halves ask, and for different things. */
function parted(sentence: string): string[] {
  for (const match of sentence.matchAll(AND)) {
    const head = sentence.slice(0, match.index);
    const tail = sentence.slice(match.index + match[0].length);
    const [first, second] = [typeOf(head), typeOf(tail)];
    if (first === null || second === null || first === second) continue;
    if (first === "phrase" && second === "list") continue;
    return [`${head}?`, tail];
  }
  return [sentence];
}
