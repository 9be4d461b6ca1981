import type { Contribution, Explanation } from "../../answers/index.ts";
import type { Written } from "../../writer/index.ts";
import { columns, cut, pad, printable, wrap } from "./io.ts";

/** Columns of the narrowest terminal that it is made for. */
const WIDTH = 100;
/** Contributions smaller than this are not worth a place on the screen. */
const LEAST_SHOWN = 0.05;
const SHOWN_OF_SENTENCE = 8;
const LABEL = 11;
const INDENT = "     ";

const signed = (value: number): string => `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;

function labelled(label: string, text: string): string[] {
  return wrap(text || "–", WIDTH - LABEL).map(
    (line, i) => `${pad(i === 0 ? label : "", LABEL)}${line}`,
  );
}

function product({ feature, value, weight, adds }: Contribution): string {
  return `${feature} ${value.toFixed(2)}×${weight.toFixed(2)}=${signed(adds)}`;
}

/** Items side by side, parted by two spaces, none broken. */
function flow(items: readonly string[], indent = INDENT): string[] {
  const lines: string[] = [];
  for (const item of items) {
    const last = lines.at(-1);
    if (last !== undefined && columns(last) + 2 + columns(item) <= WIDTH)
      lines[lines.length - 1] = `${last}  ${item}`;
    else lines.push(`${indent}${item}`);
  }
  return lines;
}

function questionLines({ question }: Explanation): string[] {
  const { detail } = question;
  const details = [
    detail.datePart && `the ${detail.datePart}`,
    detail.span && "a span of dates",
    detail.units && `counted in ${detail.units.join("/")}`,
    detail.country && "a country",
  ].filter((part) => typeof part === "string");
  return [
    ...labelled("question", printable(question.text)),
    ...labelled("language", `${question.language}${question.unmarked ? ", without marks" : ""}`),
    ...(question.searchText === question.text ? [] : labelled("searched", question.searchText)),
    ...labelled("asks for", [question.answerType, ...details].join(", ")),
    ...labelled("noun", question.focus.join(" ")),
    ...flow(
      question.terms.map(
        ({ marked, idf, name }) => `${marked} ${idf.toFixed(2)}${name ? " (name)" : ""}`,
      ),
      " ".repeat(LABEL),
    ).map((line, i) => (i === 0 ? `${pad("words, idf", LABEL)}${line.trimStart()}` : line)),
  ];
}

function passageLines({ passages, passagesFound }: Explanation): string[] {
  const names = ["score", "lexical", "article", "cosine", "late"] as const;
  const titleWidth = WIDTH - INDENT.length - names.length * 9;
  const lines = [
    `passages: the best ${passages.length} of ${passagesFound}`,
    `${INDENT}${pad("", titleWidth)}${names.map((name) => name.padStart(9)).join("")}`,
  ];
  passages.forEach((passage, i) => {
    const numbers = names.map((name) => passage[name].toFixed(3).padStart(9)).join("");
    const title = pad(cut(printable(passage.title), titleWidth - 1), titleWidth);
    const text = printable(`${passage.chunkId}  ${passage.text.replaceAll("\n", " ")}`);
    lines.push(`${`${i + 1}.`.padStart(4)} ${title}${numbers}`);
    lines.push(`${INDENT}${cut(text, WIDTH - INDENT.length)}`);
  });
  return lines;
}

/** A sentence on lines of its own, the words that would be marked in guillemets. */
function sentenceText({ text, candidate }: Explanation["sentences"][number]): string[] {
  const shown = candidate
    ? `${text.slice(0, candidate.start)}«${candidate.text}»${text.slice(candidate.end)}`
    : text;
  return wrap(printable(shown), WIDTH - INDENT.length).map((line) => `${INDENT}${line}`);
}

function sentenceLines({ sentences, sentencesRead, ahead }: Explanation): string[] {
  const lines = [`sentences: the best ${sentences.length} of ${sentencesRead}`];
  sentences.forEach((sentence, i) => {
    const { candidate, contributions } = sentence;
    const marks =
      candidate === null
        ? "nothing of the asked type"
        : `${candidate.type}, fit ${candidate.fit.toFixed(2)}`;
    const id = printable(sentence.chunkId);
    lines.push(
      `${`${i + 1}.`.padStart(4)} ${cut(`${sentence.score.toFixed(2)}  ${id}  ${marks}`, WIDTH - INDENT.length)}`,
      ...sentenceText(sentence),
      ...flow(
        contributions
          .filter(({ adds }) => Math.abs(adds) >= LEAST_SHOWN)
          .slice(0, SHOWN_OF_SENTENCE)
          .map(product),
      ),
    );
  });
  const telling = ahead.filter(({ by }) => Math.abs(by) >= LEAST_SHOWN);
  if (telling.length > 0)
    lines.push(
      "",
      "why the first before the second",
      ...flow(telling.map(({ feature, by }) => `${feature} ${signed(by)}`)),
    );
  return lines;
}

function registerLines({ register }: Explanation): string[] {
  if (register === undefined) return [];
  const { intent, filter, total, articles, visits } = register;
  const parts = Object.entries(filter).map(([part, value]) => `${part}: ${String(value)}`);
  return [
    ...labelled("register", `${intent}; ${parts.join("; ") || "all visits"}`),
    ...labelled("", `${total} visits in ${articles} articles: ${visits.join(" ")}`),
    "",
  ].map(printable);
}

function decisionLines(explanation: Explanation): string[] {
  const { sentences, support, confidence, threshold, decision, register } = explanation;
  const shown = support.contributions.filter(({ adds }) => Math.abs(adds) >= LEAST_SHOWN);
  const sure = `confidence ${confidence.toFixed(3)}, threshold ${threshold.toFixed(3)}`;
  const reasons = [
    "how sure",
    ...flow([`bias ${signed(support.bias)}`, ...shown.map(product)]),
    `${INDENT}log odds ${signed(support.logOdds)}`,
    "",
  ];
  if (register !== undefined) return [...registerLines(explanation), decision];
  return [
    ...(sentences.length > 0 ? reasons : []),
    `${decision.startsWith("answered") ? decision : `refused: ${decision}`} (${sure})`,
  ];
}

/** Renders how a question was read and answered for a terminal of 100 columns; no line break at the end. */
export function renderExplanation(explanation: Explanation): string {
  const blocks = [questionLines(explanation)];
  if (explanation.passages.length > 0) blocks.push(passageLines(explanation));
  if (explanation.sentences.length > 0) blocks.push(sentenceLines(explanation));
  blocks.push(decisionLines(explanation));
  return blocks.map((lines) => lines.join("\n")).join("\n\n");
}

/** What the writer wrote, sentence by sentence, with what supports each or why it was left out; no line break at the end. */
export function renderWritten({ outcome, reason, latencyMs, sentences }: Written): string {
  const why = reason === null ? "" : `: ${reason}`;
  const lines = [`writer: ${outcome}${why} (${latencyMs} ms)`];
  sentences.forEach(({ text, kept, reason: dropped, detail, evidence }, i) => {
    const verdict = kept ? "kept" : `left out: ${dropped}${detail === null ? "" : ` (${detail})`}`;
    const quotes = evidence.map(({ n, quote }) => `[${n}] ${quote}`);
    lines.push(`${`${i + 1}.`.padStart(4)} ${printable(verdict)}`);
    for (const one of [text, ...quotes])
      lines.push(...wrap(printable(one), WIDTH - INDENT.length).map((line) => `${INDENT}${line}`));
  });
  return lines.join("\n");
}
