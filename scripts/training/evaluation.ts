import { stripMarks } from "../../src/language/text/fold.ts";
import type { Embedder } from "../../src/model/embedder.ts";
import { readNews } from "../shared/corpus.ts";
import { type KeyedQuestion, readQuestions } from "../shared/question-set.ts";
import { xquadParagraphs } from "../shared/xquad.ts";

/** Where the right candidate came for each question, 1 = first. */
interface RankFigures {
  readonly questions: number;
  readonly hitAt1: number;
  readonly hitAt5: number;
  /** Mean reciprocal rank. */
  readonly mrr: number;
}

export function rankFigures(ranks: readonly number[]): RankFigures {
  const share = (k: number) => ranks.filter((rank) => rank <= k).length / ranks.length;
  const mrr = ranks.reduce((sum, rank) => sum + 1 / rank, 0) / ranks.length;
  return { questions: ranks.length, hitAt1: share(1), hitAt5: share(5), mrr };
}

/**
 * Rank of the best right label when candidates are ordered by cosine to the question; a label with
 * several candidates counts with its best. Ties go against us.
 *
 * @param question Unit vector; null (no known word) ranks last. @param candidates Unit vectors.
 */
export function rankOf(
  question: Float32Array | null,
  candidates: readonly (Float32Array | null)[],
  labels: readonly string[],
  right: ReadonlySet<string>,
): number {
  const best = new Map<string, number>();
  for (const [i, candidate] of candidates.entries()) {
    let score = Number.NEGATIVE_INFINITY;
    if (question !== null && candidate !== null) {
      score = 0;
      for (let j = 0; j < question.length; j++) score += question[j]! * candidate[j]!;
    }
    const label = labels[i]!;
    if (score > (best.get(label) ?? Number.NEGATIVE_INFINITY) || !best.has(label))
      best.set(label, score);
  }
  const top = Math.max(...[...right].map((label) => best.get(label) ?? Number.NEGATIVE_INFINITY));
  let ahead = 0;
  for (const [label, score] of best) if (!right.has(label) && score >= top) ahead++;
  return ahead + 1;
}

/** One line of the table that the evaluation prints. */
export interface EvaluationRow extends RankFigures {
  readonly test: string;
}

/** XQuAD-R: question to paragraph, question to sentence, each with and without tone marks in the question. */
export async function evaluateXquad(embedder: Embedder, file: string): Promise<EvaluationRow[]> {
  const paragraphs = xquadParagraphs(file);
  const sentences = paragraphs.flatMap((p, i) =>
    p.sentences.map((text, s) => ({ text, id: `${i}.${s}` })),
  );
  const paragraphVectors = await embedder.embedPassages(paragraphs.map((p) => p.context));
  const sentenceVectors = await embedder.embedPassages(sentences.map((s) => s.text));
  const paragraphIds = paragraphs.map((_, i) => String(i));
  const sentenceIds = sentences.map((s) => s.id);
  const rows: EvaluationRow[] = [];
  for (const [suffix, form] of FORMS) {
    const toParagraph: number[] = [];
    const toSentence: number[] = [];
    for (const [i, paragraph] of paragraphs.entries()) {
      for (const { question, answers } of paragraph.qas) {
        const vector = await embedder.embedQuery(form(question));
        toParagraph.push(rankOf(vector, paragraphVectors, paragraphIds, new Set([String(i)])));
        const at = answers[0]!.answer_start;
        const s = paragraph.sentence_breaks.findIndex(
          ([start, end]) => at >= start && at < end + 1,
        );
        toSentence.push(rankOf(vector, sentenceVectors, sentenceIds, new Set([`${i}.${s}`])));
      }
    }
    rows.push({ test: `XQuAD question to paragraph${suffix}`, ...rankFigures(toParagraph) });
    rows.push({ test: `XQuAD question to sentence${suffix}`, ...rankFigures(toSentence) });
  }
  return rows;
}

const FORMS = [
  ["", (text: string) => text],
  [", marks stripped", stripMarks],
] as const;

/** Joins paragraphs to chunks of about 60 to 180 syllables, as the index does. */
function newsChunks(paragraphs: readonly string[]): string[] {
  const chunks: string[] = [];
  let open: string[] = [];
  let length = 0;
  for (const paragraph of paragraphs) {
    const syllables = paragraph.split(/\s+/u).length;
    if (open.length > 0 && (length >= 60 || length + syllables > 180)) {
      chunks.push(open.join("\n"));
      open = [];
      length = 0;
    }
    open.push(paragraph);
    length += syllables;
  }
  if (open.length > 0) chunks.push(open.join("\n"));
  return chunks;
}

/** Paraphrased questions on news: rank of the article, which counts with the best of its chunks. */
export async function evaluateNews(
  embedder: Embedder,
  newsPath: string,
  questionsPath: string,
): Promise<EvaluationRow[]> {
  const labels: string[] = [];
  const texts: string[] = [];
  for (const { id, title, lead, body } of readNews(newsPath)) {
    for (const chunk of newsChunks([lead, ...body].filter((p) => p !== ""))) {
      labels.push(id);
      texts.push(`${title}\n${chunk}`);
    }
  }
  const vectors = await embedder.embedPassages(texts);
  const questions = readQuestions(questionsPath).filter(
    ({ kind, docs }) => kind !== "none" && docs.length > 0,
  );
  const figures = async (
    test: string,
    chosen: readonly KeyedQuestion[],
    form: (text: string) => string,
  ) => {
    const ranks: number[] = [];
    for (const { question, docs } of chosen) {
      const vector = await embedder.embedQuery(form(question));
      ranks.push(rankOf(vector, vectors, labels, new Set(docs)));
    }
    return { test, ...rankFigures(ranks) };
  };
  const rows: EvaluationRow[] = [];
  for (const language of [...new Set(questions.map((q) => q.lang))].sort()) {
    const chosen = questions.filter((q) => q.lang === language);
    rows.push(await figures(`news question to article, ${language}`, chosen, (text) => text));
  }
  const vietnamese = questions.filter((q) => q.lang.startsWith("vi"));
  rows.push(await figures("news question to article, vi and vi-ascii", vietnamese, (text) => text));
  rows.push(await figures("the same, marks stripped", vietnamese, stripMarks));
  return rows;
}
