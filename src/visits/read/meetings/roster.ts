import { matchesIn } from "../../../language/text/index.ts";
import type { VisitPerson } from "../../../model/index.ts";
import { indexOf, PARTY, PLACE } from "../names/index.ts";
import type { Camp, Camps } from "./camps.ts";
import type { Line } from "./story.ts";

const ATTENDED =
  /(?<![\p{L}])(?:tham dự|cùng dự|dự (?:buổi|cuộc|lễ|hội)|phía|thành phần|tham gia|cùng (?:trong|đi|tiếp|tham))(?![\p{L}])[^.]{0,200}?(?<![\p{L}])(?:có|gồm|là)(?![\p{L}])/u;
const SIDE_NAMED = new RegExp(
  `phía (?:đoàn |lãnh đạo )?(bạn|khách|chủ nhà|tỉnh|thành phố|huyện|${PARTY}|${PLACE})`,
  "gu",
);

/** "Dự hội đàm có ông A": not who came along or stands for another body. */
const FIRST_NAMED =
  /^(?![^.;:]{0,60}(?:cùng|còn|tháp tùng|đại diện)(?!\p{L}))[^.;:\uE800-\uEBFF]{0,160}(?<!\p{L})(?:có|gồm|là)(?: các đồng chí:?| đồng chí:?)? ?$/u;

export const CAME_ALONG = /^(?:cùng đi|tháp tùng)(?!\p{L})/u;

/** Somebody who took part, by the line that says so. */
interface Attended {
  readonly person: VisitPerson;
  readonly camp: Camp;
  readonly line: Line;
  /** True for the first that the line names of the camp. */
  readonly first: boolean;
}

/** Who took part beside the heads, from "Về phía A có …", "Cùng dự có …", "Tham gia đoàn có …", each with the camp. */
export function rosterOf(lines: readonly Line[], camps: Camps, receivers: Camp): Attended[] {
  const guests: Camp = receivers === "home" ? "away" : "home";
  const found = new Map<string, Attended>();
  for (const line of lines) {
    const { text, parties } = line.skeleton;
    if (line.role !== "body" || !ATTENDED.test(text)) continue;
    const named = matchesIn(text, SIDE_NAMED).map(({ index, 1: who }) => ({
      index,
      camp: campNamed(who!, line, camps, receivers),
    }));
    const whole: Camp | null = /^[^.;:]{0,12}(?:trong|tham gia|cùng đi)/u.test(text)
      ? guests
      : /^[^.;:]{0,30}(?:cùng tiếp|buổi tiếp|lễ đón)/u.test(text)
        ? receivers
        : null;
    for (const [i, party] of parties.entries()) {
      if (party.kind !== "person" || party.name === null) continue;
      const person = camps.person(party);
      if (person === null || found.has(person.name)) continue;
      const at = text.indexOf(String.fromCharCode(0xe000 + i));
      const side = named.findLast(({ index }) => index < at)?.camp ?? null;
      // Who came along is a guest, wherever from: "Cùng đi với Đại sứ có bà A, Hội Hữu nghị …".
      const camp = CAME_ALONG.test(text) ? guests : (person.camp ?? side ?? whole);
      const first =
        FIRST_NAMED.test(text.slice(0, at)) &&
        ![...found.values()].some((one) => one.line === line && one.camp === camp);
      if (camp !== null)
        found.set(person.name, {
          person: { name: person.name, position: person.position },
          camp,
          line,
          first,
        });
    }
  }
  return [...found.values()];
}

function campNamed(who: string, { skeleton }: Line, camps: Camps, receivers: Camp): Camp | null {
  if (who === "bạn") return "away";
  if (who === "khách") return receivers === "home" ? "away" : "home";
  if (who === "chủ nhà") return receivers;
  if (who >= "\uE400" && who <= "\uE7FF") return camps.of(skeleton.places[indexOf(who)]!);
  return who >= "\uE000" && who <= "\uE3FF" ? camps.of(skeleton.parties[indexOf(who)]!) : "home";
}
