import { fold, foldedTerms } from "../../../language/text/index.ts";
import type { Article, Visit } from "../../../model/index.ts";
import { holderInArticle } from "../../passages/index.ts";
import { OFFICE_HEADS } from "../../question/index.ts";
import { type Demands, isOn } from "../asked/index.ts";

const headOf = (words: readonly string[]): string =>
  words.slice(0, OFFICE_HEADS.longestAt(words, 0)).join(" ");

/**
 * The folded words of the person who holds an office that a question names, by the records of an article and, where it
 * tells of one meeting, by its sentences; null where nobody or more than one does.
 */
export function askedHolder(
  office: Demands["names"][number],
  article: Article,
  visits: readonly Visit[],
): readonly string[] | null {
  const head = headOf(office.words);
  if (head === "") return null;
  const place = office.words.slice(head.split(" ").length);
  const held = visits
    .flatMap(({ host, guest }) => [host, guest])
    .filter((side) => place.length === 0 || isOn(side, office))
    .flatMap(({ people, organisation }) =>
      people.flatMap(({ name, position }) => {
        const words = foldedTerms(position ?? "");
        if (headOf(words) !== head) return [];
        const told = new Set([...words, ...foldedTerms(organisation ?? "")]);
        return [{ name, score: place.filter((word) => told.has(word)).length }];
      }),
    );
  const most = Math.max(...held.map(({ score }) => score));
  const names = new Set(held.filter(({ score }) => score === most).map(({ name }) => fold(name)));
  const [name] = names;
  if (names.size > 1) return null;
  if (name !== undefined) return foldedTerms(name);
  const told = visits.length > 1 ? null : holderInArticle(office.name, article);
  return told === null ? null : foldedTerms(told);
}
