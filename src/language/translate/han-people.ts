import { FOLDED_SURNAMES, fold, matchesIn } from "../text/index.ts";
import { isKnownWord } from "./chinese-units.ts";
import { hanNameForms, SURNAMES } from "./han-viet.ts";

/** "光文赫（Quàng Văn Hặc）": a name with the form that its bearer writes. */
const WITH_FORM =
  /(\p{Script=Han}{2,5})[（(](\p{Lu}[\p{Script=Latin}\p{M}]{0,10}(?:[ -][\p{Script=Latin}\p{M}]{1,10}){1,3})[）)](?![乡县省市镇村州区坊岛])/gu;
const TITLES =
  "书记|主任|市长|州长|县长|省长|区长|镇长|乡长|厅长|局长|处长|主席|校长|团长|站长|院长|社长|部长|会长|秘书长|总领事|大使|参赞|委员|代表";
/** "副市长刀红梅率代表团": between a title and what its bearer does. */
const BETWEEN = new RegExp(
  `(?:${TITLES})(\\p{Script=Han}{2,3}?)(?=率|一行|会见|会谈|与|和|同|出席|陪同|主持|表示|说|介绍|指出|强调|在|[，。、；（(])`,
  "gu",
);
/** Signs that stand in no name behind a title. */
const NO_NAME_SIGN = /[的了是在和与及等率会见说将已并对为于不这其各该本]/u;
const LEAST_MENTIONS = 2;

/**
 * People of a Chinese text whose names its words alone do not give away, by the name, with their Vietnamese form: those
 * with a form in brackets, and those of a rare family name who are told with a title and again.
 */
export function peopleOfText(text: string): Map<string, string> {
  const people = new Map<string, string>();
  for (const { 1: han = "", 2: form = "" } of matchesIn(text, WITH_FORM)) {
    const syllables = form.split(/[ -]/u);
    const name = han.slice(-syllables.length);
    const isPerson =
      name.length === syllables.length &&
      (syllables.length > 2 || SURNAMES.includes(name[0]!)) &&
      FOLDED_SURNAMES.has(fold(syllables[0]!));
    if (isPerson) people.set(name, form);
  }
  for (const { 1: name = "" } of matchesIn(text, BETWEEN)) {
    if (people.has(name) || SURNAMES.includes(name[0]!) || NO_NAME_SIGN.test(name)) continue;
    if (isKnownWord(name) || text.split(name).length <= LEAST_MENTIONS) continue;
    people.set(name, hanNameForms(name, 1)[0]!);
  }
  return people;
}
