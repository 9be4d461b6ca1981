import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { normalizeText } from "../../src/language/text/normalize.ts";
import { type CorpusDir, temporaryDir } from "./corpus.ts";

const schema = z.object({
  data: z.array(
    z.object({
      paragraphs: z.array(
        z.object({
          context: z.string(),
          /** Of XQuAD-R: the sentences, and where each begins and ends. */
          sentences: z.array(z.string()).default([]),
          sentence_breaks: z.array(z.tuple([z.number(), z.number()])).default([]),
          qas: z.array(
            z.object({
              question: z.string(),
              answers: z.array(z.object({ answer_start: z.number(), text: z.string() })),
            }),
          ),
        }),
      ),
    }),
  ),
});

/** A question of a SQuAD-like set, its paragraph and where in it the answer stands. */
interface ParagraphQuestion {
  readonly question: string;
  /** Number of the article that the paragraph is of. */
  readonly article: number;
  /** Id of the paragraph's article. */
  readonly paragraph: string;
  /** UTF-16 offset of the answer in the paragraph. */
  readonly answerStart: number;
}

/** The paragraphs of a SQuAD-like file, each with the number of its article. */
export const xquadParagraphs = (path: string) =>
  schema
    .parse(JSON.parse(readFileSync(path, "utf8")))
    .data.flatMap(({ paragraphs }, article) =>
      paragraphs.map((paragraph) => ({ ...paragraph, article })),
    );

/** Reads a SQuAD-like file; every paragraph becomes an article file of its own in a temporary folder. */
export function readXquad(path: string): { corpus: CorpusDir; questions: ParagraphQuestion[] } {
  const corpus = temporaryDir("visits-xquad-");
  const questions = xquadParagraphs(path).flatMap(({ context, qas, article }, i) => {
    const paragraph = `p${String(i).padStart(4, "0")}`;
    writeFileSync(join(corpus.dir, `${paragraph}.md`), normalizeText(context));
    return qas.map(({ question, answers }) => ({
      question: normalizeText(question),
      article,
      paragraph,
      answerStart: normalizeText(context.slice(0, answers[0]!.answer_start)).length,
    }));
  });
  return { corpus, questions };
}
