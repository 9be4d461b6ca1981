import { matchesIn, readOnce } from "../../../language/text/index.ts";
import { indexOf, PARTY } from "../names/index.ts";
import { holdsAny, RULES, type Rule } from "./head-rules.ts";
import { LOOKS_BACK } from "./meeting-words.ts";
import type { Line } from "./story.ts";

const ANY_PARTY = new RegExp(PARTY, "gu");
/** Who came along, right before the name. */
const ALONG = /cùng (?:tham gia|tham dự|dự|đi|tiếp)(?: (?:còn|có|gồm|với|buổi|đoàn|là)){0,4} $/u;
const ONLY_HERE =
  /(?<![\p{L}])(?:cùng dự|tham dự|dự buổi|dự hội|dự lễ|cùng tham|tham gia (?:buổi|cuộc|hội đàm|hội kiến|tiếp|làm việc)|còn có|cùng đi|cùng tiếp)(?![\p{L}])/u;
/** "Ra cửa khẩu đón khách có B": who only met the guests on their way. */
const ON_THE_WAY =
  /^(?:(?:trước|sau) đó,? )?(?:ra|lên|tới|đến) [^.;,]{0,40}(?:đón|tiễn)|(?<!\p{L})ra (?:đón|tiễn)(?!\p{L})/u;
const WELCOME_SCORE = 2;

/** What one of the rules finds in a line: stand-ins of persons, and of the side that the words name. */
interface Said {
  readonly rule: Rule;
  readonly p: string | undefined;
  readonly q: string | undefined;
  readonly c: string | undefined;
}

/** What the rules find in a line, whoever is of which camp: the same lines are looked at again for each meeting. */
export const saidIn = readOnce(({ role, skeleton }: Line): readonly Said[] => {
  const { parties } = skeleton;
  // "trưởng đoàn" by itself names nobody.
  const text = skeleton.text.replace(ANY_PARTY, (ch) => {
    const { kind, position } = parties[indexOf(ch)]!;
    return kind === "office" && position === "trưởng đoàn" ? position : ch;
  });
  // Every rule names somebody.
  if (parties.length === 0 || LOOKS_BACK.test(text)) return [];
  const beside = ONLY_HERE.test(text.slice(0, 60));
  return RULES.flatMap((rule) => {
    if (role === "caption" && rule.caption === undefined) return [];
    if (!holdsAny(text, rule.needs)) return [];
    if (beside && rule.attending === undefined && !/phía/u.test(rule.pattern.source)) return [];
    return matchesIn(text, rule.pattern)
      .map(({ groups }) => groups ?? {})
      .filter(({ d }) => d === undefined || parties[indexOf(d)]!.kind === "delegation")
      .filter(({ p }) => p === undefined || !ALONG.test(text.slice(0, text.indexOf(p))))
      .map(
        ({ p, q, c }): Said => ({
          rule:
            rule.role === "received" && ON_THE_WAY.test(text)
              ? { ...rule, score: WELCOME_SCORE }
              : rule,
          p,
          q,
          c,
        }),
      );
  });
});
