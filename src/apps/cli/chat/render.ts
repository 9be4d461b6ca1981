import { byArticle } from "../../../answers/search/index.ts";
import { type Locale, localeFor, sourceNote } from "../../../locale/index.ts";
import type { Answer, Citation } from "../../../model/index.ts";
import { printable } from "../io.ts";

export interface RenderOptions {
  /** True: the words that answer stand out in bold, addresses are dimmed. */
  readonly color: boolean;
  /** The full question that a follow-up was taken for; it goes on top. */
  readonly understood?: string | null;
}

const BOLD = "\u001b[1m";
const DIM = "\u001b[2m";
const PLAIN = "\u001b[0m";

/** The answer's text, the words that answer in bold. */
function sentences({ answer, spans }: Answer, color: boolean): string {
  if (!color) return printable(answer);
  let text = "";
  let at = 0;
  for (const { start, end } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    text += `${printable(answer.slice(at, start))}${BOLD}${printable(answer.slice(start, end))}${PLAIN}`;
    at = end;
  }
  return text + printable(answer.slice(at));
}

/** `[1] [2] Title – source, date`, and below it the address of each passage, with its number where they differ. */
function source(citations: readonly Citation[], lead: string, locale: Locale, color: boolean) {
  const first = citations[0]!;
  const byAddress = new Map<string, string[]>();
  for (const { n, link, url } of citations) {
    const address = link ?? url;
    if (address !== null) byAddress.set(address, [...(byAddress.get(address) ?? []), `[${n}] `]);
  }
  const addresses = [...byAddress].map(([address, numbers]) => {
    const text = printable((byAddress.size > 1 ? numbers.join("") : "") + address);
    return `    ${color ? DIM : ""}${text}${color ? PLAIN : ""}`;
  });
  return [printable(`${lead} ${first.title}${sourceNote(first, locale)}`), ...addresses];
}

/**
 * Renders an answer as plain text: the sentences with their numbers, then each cited article once with
 * its numbers, title, source, date and the links to the passages. A refusal is followed by the nearest
 * articles. No line is wrapped; no line break at the end.
 */
export function renderAnswer(answer: Answer, { color, understood }: RenderOptions): string {
  const locale = localeFor(answer.language);
  const lines = understood ? [printable(locale.answer.understoodAs(understood)), ""] : [];
  lines.push(sentences(answer, color));
  const list = (label: string, passages: readonly Citation[], numbered: boolean) => {
    if (passages.length === 0) return;
    lines.push("", label);
    for (const citations of byArticle(passages)) {
      const lead = numbered ? citations.map(({ n }) => `[${n}]`).join(" ") : "•";
      lines.push(...source(citations, lead, locale, color));
    }
  };
  list(locale.answer.sourcesLabel, answer.citations, true);
  list(locale.answer.nearestLabel, answer.nearest, false);
  return lines.join("\n");
}
