import { openCorpus } from "../shared/open-corpus.ts";
import { readXquad } from "../shared/xquad.ts";

interface Ranks {
  hits: number;
  reciprocal: number;
}

function count(ranks: Ranks, rank: number): void {
  if (rank === 0) ranks.hits++;
  if (rank >= 0) ranks.reciprocal += 1 / (rank + 1);
}

/** Measures search on a SQuAD-like set: question to paragraph by each kind of search. */
export async function evaluateParagraphs(path: string): Promise<void> {
  const { corpus, questions } = readXquad(path);
  const { engine, close } = await openCorpus(corpus.dir);
  console.log(`\n${path}, ${questions.length} questions\n${"".padEnd(26)}hit@1    MRR`);
  const print = (name: string, { hits, reciprocal }: Ranks) =>
    console.log(
      `${name.padEnd(26)}${(hits / questions.length).toFixed(3)}  ${(reciprocal / questions.length).toFixed(3)}`,
    );
  for (const mode of ["lexical", "dense", "hybrid"] as const) {
    const ranks: Ranks = { hits: 0, reciprocal: 0 };
    for (const { question, paragraph } of questions) {
      const found = [
        ...new Set((await engine.search(question, { k: 60, mode })).map((hit) => hit.articleId)),
      ];
      count(ranks, found.indexOf(paragraph));
    }
    print(`paragraph, ${mode}`, ranks);
  }
  const sentences: Ranks = { hits: 0, reciprocal: 0 };
  for (const { question, paragraph, answerStart } of questions) {
    const ranked = await engine.rankedSentences(question);
    count(
      sentences,
      ranked.findIndex(
        (s) => s.articleId === paragraph && s.start <= answerStart && answerStart < s.end,
      ),
    );
  }
  print("sentence, as answers", sentences);
  await close();
  corpus.dispose();
}
