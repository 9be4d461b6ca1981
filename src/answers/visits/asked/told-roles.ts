import { fold, sentences } from "../../../language/text/index.ts";
import type { Article } from "../../../model/index.ts";

/** What the sentences of an article say of somebody: that they came, that they received. */
interface ToldRoles {
  readonly came: boolean;
  readonly received: boolean;
}

/** Between a name and what its bearer did: an office, "đã". */
const OFFICE_BETWEEN = "(?:,[^.;]{0,80}?,)? (?:da |se |cung |thay mat [^.;]{0,40}? )?";
const CAME_BEHIND = new RegExp(
  `^(?:,[^.;,]{0,80})?,? ?(?:da |cung )?(?:dan dau|lam truong doan|dan (?:[a-z]+ ){0,2}doan)|^${OFFICE_BETWEEN}(?:sang|tham|den|toi|di|tro lai|quay lai|len duong)(?![a-z])`,
  "u",
);
const RECEIVED_BEHIND = new RegExp(
  `^${OFFICE_BETWEEN}(?:tiep(?! theo| tuc)|don(?! vi)|chu tri (?:buoi )?(?:tiep|don)|ra don)(?![a-z])`,
  "u",
);
/** Right before a name with its office: who was received, or went along. */
const CAME_BEFORE =
  /(?<![a-z])(?:tiep|don|tiep xa giao|tiep va lam viec voi|cung di|thap tung|doan (?:[a-z]+ ){0,12}do)(?: co| gom)?(?: (?:doan|ong|ba|dong chi|ngai|ngai dai su))*(?: [a-z]+){0,10} $/u;
/** "được … X tiếp", "tiếp khách ở trụ sở, … X": the one who received. */
const RECEIVED_BEFORE =
  /(?<![a-z])(?:tiep|don)(?: (?:khach|doan|ban|cac ban))(?: [a-z]+){0,8}, (?:[a-z]+ ){0,10}$/u;

/** What an article's sentences tell of a person, by their folded name. */
export function rolesTold(article: Article, name: string): ToldRoles {
  const told = { came: false, received: false };
  for (const { start, end } of sentences(article.text)) {
    const text = fold(article.text.slice(start, end)).replace(/\s+/gu, " ");
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const lead = text.slice(0, at);
      const tail = text.slice(at + name.length);
      if (RECEIVED_BEHIND.test(tail) || RECEIVED_BEFORE.test(lead)) told.received = true;
      else if (CAME_BEHIND.test(tail) || CAME_BEFORE.test(lead)) told.came = true;
    }
  }
  return told;
}
