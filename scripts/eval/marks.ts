import type { VisitsEngine } from "../../src/engine.ts";
import { fold } from "../../src/language/text/fold.ts";
import { isRightArticle, type KeyedQuestion } from "../shared/question-set.ts";

/** How often the first found passage is of a right article, as typed and with all marks stripped. */
interface MarksOutcome {
  readonly questions: number;
  /** Shares, 0 to 1. */
  readonly marked: number;
  readonly unmarked: number;
}

/** Asks the Vietnamese questions that have an answer once as they are and once without their marks. */
export async function compareMarks(
  engine: Pick<VisitsEngine, "search">,
  questions: readonly KeyedQuestion[],
): Promise<MarksOutcome> {
  const asked = questions.filter(({ lang, kind }) => lang === "vi" && kind !== "none");
  const found = async (text: string, docs: readonly string[]) => {
    const [first] = await engine.search(text, { k: 1 });
    return first !== undefined && isRightArticle(first.articleId, docs) ? 1 : 0;
  };
  let marked = 0;
  let unmarked = 0;
  for (const { question, docs } of asked) {
    marked += await found(question, docs);
    unmarked += await found(fold(question), docs);
  }
  const count = Math.max(1, asked.length);
  return { questions: asked.length, marked: marked / count, unmarked: unmarked / count };
}
