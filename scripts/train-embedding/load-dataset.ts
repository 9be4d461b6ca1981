import { readCorpus, titleKey } from "./corpus.ts";
import { Dataset } from "./dataset.ts";
import { trainingSentences } from "./sentences.ts";
import { segmentedForm } from "./text-form.ts";
import { type Piece, Unigram } from "./unigram.ts";
import { VocabularyBuilder, type VocabularySize } from "./vocabulary.ts";

/** Sentences of one article in tokenizer form. */
interface Prepared {
  readonly title: string;
  readonly lead: string;
  readonly body: string;
}

interface LoadedCorpus {
  readonly tokenizer: Unigram;
  readonly data: Dataset;
  /** Articles left out because their title is in the exclusion list. */
  readonly excluded: number;
}

/**
 * Reads the corpus, chooses the vocabulary (or takes `pieces` as they are) and cuts all text into pieces.
 *
 * @param exclude Title keys of articles to leave out. @param onArticle Called for each article read.
 */
export async function loadCorpus(
  path: string,
  options: {
    readonly size: VocabularySize;
    readonly pieces?: readonly Piece[] | undefined;
    readonly exclude: ReadonlySet<string>;
    readonly onArticle?: (stage: "read" | "cut", done: number, total: number) => void;
  },
): Promise<LoadedCorpus> {
  const prepared: Prepared[] = [];
  const builder = new VocabularyBuilder();
  let excluded = 0;
  for await (const article of readCorpus(path)) {
    if (options.exclude.has(titleKey(article.title))) {
      excluded++;
      continue;
    }
    const title = segmentedForm(article.title);
    const lead = trainingSentences(article.lead);
    const body = article.paragraphs.flatMap(trainingSentences);
    if (options.pieces === undefined) for (const s of [title, ...lead, ...body]) builder.add(s);
    prepared.push({ title, lead: lead.join("\n"), body: body.join("\n") });
    options.onArticle?.("read", prepared.length, prepared.length);
  }
  if (prepared.length === 0) throw new RangeError(`no articles found in ${path}`);
  const tokenizer = new Unigram(options.pieces ?? builder.build(options.size));
  const data = new Dataset();
  const lines = (text: string) => (text === "" ? [] : text.split("\n"));
  for (const [i, { title, lead, body }] of prepared.entries()) {
    data.add(tokenizer, title, lines(lead), lines(body));
    options.onArticle?.("cut", i + 1, prepared.length);
  }
  return { tokenizer, data, excluded };
}
