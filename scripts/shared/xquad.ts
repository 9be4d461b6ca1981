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
          qas: z.array(
            z.object({
              id: z.string(),
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
  readonly id: string;
  readonly question: string;
  /** Number of the article that the paragraph is of. */
  readonly article: number;
  /** Id of the paragraph's article. */
  readonly paragraph: string;
  /** UTF-16 offset of the answer in the paragraph. */
  readonly answerStart: number;
}

/** Reads a SQuAD-like file; every paragraph becomes an article file of its own in a temporary folder. */
export function readXquad(path: string): { corpus: CorpusDir; questions: ParagraphQuestion[] } {
  const { data } = schema.parse(JSON.parse(readFileSync(path, "utf8")));
  const corpus = temporaryDir("visits-xquad-");
  const questions = data
    .flatMap(({ paragraphs }, article) =>
      paragraphs.map((paragraph) => ({ ...paragraph, article })),
    )
    .flatMap(({ context, qas, article }, i) => {
      const paragraph = `p${String(i).padStart(4, "0")}`;
      writeFileSync(join(corpus.dir, `${paragraph}.md`), normalizeText(context));
      return qas.map(({ id, question, answers }) => ({
        id,
        question: normalizeText(question),
        article,
        paragraph,
        answerStart: normalizeText(context.slice(0, answers[0]!.answer_start)).length,
      }));
    });
  return { corpus, questions };
}
