import { COUNTRIES } from "../../language/names/index.ts";
import { fold, matchesIn, phraseSet } from "../../language/text/index.ts";
import type { Question } from "../question/index.ts";
import { samePlace } from "./same-place.ts";

/** An envoy whom a question names by the country that sent them: "Đại sứ Nhật Bản", "Đại sứ Việt Nam tại Trung Quốc". */
export interface EnvoyAsked {
  /** Rank, folded. */
  readonly head: string;
  /** The country that sent them, folded. */
  readonly from: string;
}

/** Ranks of envoys, folded: alternatives of an expression. */
export const ENVOY_RANKS =
  "dai su|tong lanh su|lanh su|dai bien lam thoi|dai bien|cong su|tham tan";
/** Ranks that go with a country; "đại sứ quán" is no person. */
const HEADS = `${ENVOY_RANKS}|tong thong|thu tuong|ngoai truong|quoc vuong|nu hoang`;
const HEAD = new RegExp(`(?<![a-z])(${HEADS})(?! quan)(?=((?: [a-z0-9]+){1,12}))`, "gu");
/** Reports also say "ông X, Tổng Lãnh sự quán Việt Nam tại …". */
const HEAD_OR_CONSULATE = new RegExp(
  `(?<![a-z])(${HEADS})(?:(?<=lanh su) quan|(?! quan))(?=((?: [a-z0-9]+){1,12}))`,
  "gu",
);
/** Ranks of which a report leaves the country out, though it tells of others: one's own prime minister. */
const LEADERS = new Set("tong thong|thu tuong|ngoai truong|quoc vuong|nu hoang".split("|"));
/** Words between a rank and the country: "đặc mệnh toàn quyền Cộng hòa Dân chủ Nhân dân". */
const BETWEEN = new Set(
  "dac menh toan quyen cua nuoc cong hoa nhan dan dan chu xa hoi chu nghia chxhcn chdcnd chnd dai lam thoi thuong mai tham tan cong su lien bang vuong quoc".split(
    " ",
  ),
);
/** Country names of one word are other words as well; behind a rank they are none. */
const SENDERS = phraseSet([...[...COUNTRIES].map(fold), "ta", "nuoc ta"]);

/** The envoys that a question names with their country. */
export function envoysAsked({ searchText }: Question): EnvoyAsked[] {
  return sentBy(fold(searchText).replace(/[^a-z0-9]+/gu, " ")).flatMap(({ head, from }) =>
    from === null ? [] : [{ head, from }],
  );
}

/** True where an article tells of no such envoy: none at all, or only those of other countries. */
export function contradictsEnvoy({ head, from }: EnvoyAsked, words: string): boolean {
  const told = sentBy(words, HEAD_OR_CONSULATE).filter(
    (envoy) => envoy.head.endsWith(head) || head.endsWith(envoy.head),
  );
  const named = told.filter((envoy) => envoy.from !== null);
  if (named.length < told.length && LEADERS.has(head)) return false;
  // "Đại sứ Hùng Ba" alone is of whichever country the article is about.
  if (named.length === 0) return told.length === 0;
  return !named.some((envoy) => envoy.from !== null && samePlace(envoy.from, from));
}

/** Each envoy in folded words with the country right behind the rank; null where none stands there. */
function sentBy(
  words: string,
  head = HEAD,
): { readonly head: string; readonly from: string | null }[] {
  return matchesIn(words, head).map((match) => {
    const head = match[1]!;
    const list = match[2]!.trim().split(" ");
    let at = 0;
    while (at < list.length && BETWEEN.has(list[at]!) && SENDERS.longestAt(list, at) === 0) at++;
    const length = SENDERS.longestAt(list, at);
    const name = list.slice(at, at + length).join(" ");
    const from = length === 0 ? null : /^(?:nuoc )?ta$/u.test(name) ? "viet nam" : name;
    return { head, from };
  });
}
