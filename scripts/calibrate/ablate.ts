import type { Sample } from "./collect.ts";
import { crossRank, type Ranked } from "./folds.ts";
import { percent, share, table } from "./report.ts";

/** Parts of the ranking with the features that they give to sentences and passages. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  "(all parts)": [],
  "words of the sentence": ["coverage", "pairs"],
  "words of passage and article": ["lexical", "article"],
  "title and neighbouring sentences": ["wideCoverage", "lateWide", "meaningWide"],
  embedding: ["sentenceCosine", "chunkCosine", "cosine", "bestCosine"],
  "late interaction": ["late", "lateWide", "lateSentence"],
  "meanings of words": ["meaningWide", "meaning", "meaningSentence"],
  "words of the asked type": [
    ...["candidateDate", "candidateNumber", "candidateName", "candidatePlace", "candidateOther"],
    "proximity",
  ],
  "asked noun and verb": ["focus", "focusBeside", "predicate", "predicateNear"],
  "best sentence for passages": ["bestSentence", "bestCosine", "lateSentence", "meaningSentence"],
};

function cells(name: string, ranked: readonly Ranked[]): string[] {
  const of = (general: boolean) =>
    ranked.filter(({ sample }) => sample.answerable && (sample.set === "xquad") === general);
  const mean = (list: readonly Ranked[]) =>
    (list.reduce((sum, o) => sum + o.reciprocal, 0) / list.length).toFixed(3);
  const own = of(false);
  const general = of(true);
  return [
    name,
    mean(own),
    percent(share(own.map((o) => o.right))),
    percent(share(own.map((o) => o.article))),
    mean(general),
    percent(share(general.map((o) => o.passage))),
  ];
}

/** What each part of the ranking brings: everything fitted anew without it, judged on other folds. */
export function ablationTable(samples: readonly Sample[]): string {
  return table([
    ["without", "own MRR", "right in 400", "right article", "XQuAD MRR", "first passage"],
    ...Object.entries(PARTS).map(([name, features]) =>
      cells(name, crossRank(samples, new Set(features))),
    ),
  ]);
}
