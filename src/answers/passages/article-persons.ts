import { holdersIn } from "../../language/names/index.ts";
import { fold, readOnce } from "../../language/text/index.ts";
import { expandedTerms } from "../../language/translate/index.ts";
import type { Article, Holder } from "../../model/index.ts";
import { OFFICE_HEADS } from "../question/index.ts";
import { reportSentences } from "../search/index.ts";

/** All persons of an article with what each sentence calls them. */
const holdersOf = readOnce((article: Article): readonly (Holder & { readonly text: string })[] => {
  const texts = [article.title, ...reportSentences(article).map(({ text }) => text)];
  return texts.flatMap((text) => holdersIn(text).map((holder) => ({ ...holder, text })));
});

const words = (text: string) => expandedTerms(text).map((term) => term.folded);

/** The only person whom an article gives a position to that these words name; null for none or several. */
export function holderInArticle(title: string, article: Article): string | null {
  const asked = words(title);
  const head = asked.slice(0, OFFICE_HEADS.longestAt(asked, 0)).join(" ");
  const held = holdersOf(article).flatMap(({ person, positions, text }) =>
    positions.some(({ start, end }) => {
      const office = words(text.slice(start, end));
      const heldHead = office.slice(0, OFFICE_HEADS.longestAt(office, 0)).join(" ");
      if (heldHead !== head && !heldHead.startsWith(`${head} `)) return false;
      // The place may be left out on either side, but what both name must not differ.
      const rest = office.slice(heldHead.split(" ").length);
      const shorter = asked.slice(head.split(" ").length);
      return (
        shorter.every((word) => rest.includes(word)) || rest.every((word) => shorter.includes(word))
      );
    })
      ? [bareName(text.slice(person.start, person.end))]
      : [],
  );
  return oneName(held);
}

/** A name without the abbreviation before it: "HCM Nguyễn Thiện Nhân" was read behind "Bí thư Thành ủy TP". */
const bareName = (name: string) => name.replace(/^(?:\p{Lu}{2,}\s+)+(?=\p{Lu}\p{Ll})/u, "");

/** The longest of several names where all are parts of it. */
export function oneName(names: readonly string[]): string | null {
  const longest = [...names].sort((a, b) => b.length - a.length)[0];
  if (longest === undefined) return null;
  const whole = ` ${fold(longest)} `;
  return names.every((name) => whole.includes(` ${fold(name)} `)) ? longest : null;
}

/** The one full name of an article that a family or given name stands for; null for none or several. */
export function fullNameIn(article: Article, name: string): string | null {
  const part = fold(name);
  if (part.includes(" ")) return null;
  const full = holdersOf(article)
    .map(({ person, text }) => bareName(text.slice(person.start, person.end)))
    .filter((other) => {
      const parts = fold(other).split(" ");
      return parts.length > 1 && (parts[0] === part || parts.at(-1) === part);
    });
  return oneName(full);
}

/** The offices, each by its folded words, that an article gives to a person of this name. */
export function officesOf(article: Article, name: readonly string[]): string[][] {
  return holdersOf(article).flatMap(({ person, positions, text }) => {
    const full = words(text.slice(person.start, person.end));
    const isNamed = name.every((word) => full.includes(word));
    return isNamed
      ? positions.map(({ start, end }) => [...full, ...words(text.slice(start, end))])
      : [];
  });
}
