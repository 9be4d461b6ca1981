import { matchesIn } from "../../../language/text/index.ts";
import type { Passage, VisitField } from "../../../model/index.ts";
import { kindOf, type Side, type When, yearFrom } from "../events/index.ts";
import { indexOf, isParty, isPlace, type NamedPlace, type Party } from "../names/index.ts";
import type { Camp, Camps } from "./camps.ts";
import { sideOfCamp } from "./meeting-sides.ts";
import type { Meeting } from "./meetings.ts";
import type { Line, Story } from "./story.ts";

/** "Thời gian, địa điểm: 14 giờ ngày 12/3/2025, …", "1. Thời gian, địa điểm" over a line of its own. */
const TIME =
  /^(?:\d{1,2}(?:\.\d{1,2})?[.)] |[-–*+•] |#{1,4} )?thời gian(?:(?:,| và)? (?:địa điểm|nơi họp))?(?: (?:họp|tổ chức))?(?::|$)/iu;
/** "Chủ trì: ông A; ông B". */
const CHAIR =
  /^(?:\d{1,2}(?:\.\d{1,2})?[.)] |[-–*+•] )?(?:đồng |thành phần )?chủ trì(?: (?:cuộc họp|phiên họp|hội đàm))?:/iu;
/** "Trung tá A, Đồn trưởng (chủ trì)". */
const CHAIRS = /([\uE000-\uE3FF])[^\uE000-\uE3FF()]{0,40} ?\((?:đồng )?(?:chủ trì|trưởng đoàn)\)/gu;
/** "do ông A làm Trưởng đoàn", "Trưởng đoàn: ông A". */
const LED = /(?:trưởng đoàn:|do) [^.;\uE000-\uE3FF]{0,20}([\uE000-\uE3FF])/u;
const CHAIRED = /([\uE000-\uE3FF])[^.;:\uE000-\uE3FF]{0,24}chủ trì/u;
/** Lines behind the time among which those who chaired are named. */
const HEADER_LINES = 8;

const other = (camp: Camp): Camp => (camp === "home" ? "away" : "home");

/**
 * The meetings of minutes that are kept as a form: time and place under a label, those who chaired under another, what was
 * said behind them; one for each time.
 */
export function meetingsOfForm(
  { lines }: Story,
  camps: Camps,
  published: string | null,
): Meeting[] {
  const body = lines.filter(({ role }) => role === "body");
  const starts = body.flatMap(({ skeleton }, at) =>
    TIME.test(skeleton.words.text.trim()) ? [at] : [],
  );
  return starts.flatMap((at, n) => {
    const own = body.slice(at, starts[n + 1] ?? body.length);
    const title = body[at - 1];
    const made = meetingOf(own, title === undefined ? [] : [title], lines[0]!, camps, published);
    return made === null ? [] : [made];
  });
}

interface Chair {
  readonly party: Party;
  readonly camp: Camp | null;
  readonly line: Line;
  /** True for who leads those that come, not who chairs. */
  readonly led: boolean;
}

function meetingOf(
  own: readonly Line[],
  above: readonly Line[],
  title: Line,
  camps: Camps,
  published: string | null,
): Meeting | null {
  const said = own
    .slice(0, 3)
    .find(({ skeleton }) => skeleton.dates.some(({ date }) => date?.day != null));
  const mention = said?.skeleton.dates.find(({ date }) => date?.day != null && date.month !== null);
  if (said === undefined || mention === undefined) return null;
  const header = own.slice(0, HEADER_LINES);
  const chairs = chairsIn(header, camps);
  const [first, second] = chairs;
  if (first === undefined) return null;
  const firstCamp = first.camp ?? (second?.camp != null ? other(second.camp) : "home");
  const place = placeOf(said, mention.end);
  const led = chairs.find((one) => one.led);
  const guests = led === undefined ? null : (campOfDelegation(above, camps) ?? led.camp ?? "away");
  const host: Camp =
    guests === null ? (campOfPlace(said, mention.end, camps) ?? "home") : other(guests);
  const campOf = (chair: Chair): Camp => {
    if (guests !== null) return chair.led ? guests : host;
    return chair === first ? firstCamp : (chair.camp ?? other(firstCamp));
  };
  const side = (camp: Camp): Side => {
    const made = sideOfCamp(camp, [...above, title, ...header], camps);
    const chair = chairs.find((one) => campOf(one) === camp);
    const person = chair === undefined ? null : camps.person(chair.party);
    if (person !== null) {
      made.head = person.name;
      made.people.push({ name: person.name, position: person.position });
    }
    return made;
  };
  const passage = passageOf(said);
  const when: When = {
    date: yearFrom(mention.date!, published, /dự kiến/iu.test(said.skeleton.words.text)),
    endDate: null,
    passage,
    weak: false,
  };
  const told: Passage[] = [passage, ...chairs.map(({ line }) => passageOf(line))];
  const evidence = new Map<VisitField, Passage[]>([
    ["kind", [passage]],
    ["host", distinct(told)],
    ["guest", distinct(told)],
    ["date", [passage]],
  ]);
  if (place !== null) evidence.set("place", [passage]);
  const words = [title, ...above].map(({ skeleton }) => skeleton.words.text).join(" ");
  return {
    kind: kindOf(/hội đàm/iu.test(words) ? "hội đàm" : "làm việc", ""),
    planned: /dự kiến/iu.test(said.skeleton.words.text),
    host: side(host),
    guest: side(other(host)),
    when,
    place,
    evidence,
    line: said,
    lines: own,
  };
}

function chairsIn(header: readonly Line[], camps: Camps): Chair[] {
  const found: Chair[] = [];
  const put = (standIn: string | undefined, line: Line, led = false): void => {
    const party = standIn === undefined ? undefined : line.skeleton.parties[indexOf(standIn)];
    const one = party?.leader ?? party;
    if (one?.kind !== "person" || found.some(({ party: known }) => known.name === one.name)) return;
    found.push({
      party: one,
      camp: camps.person(one)?.camp ?? campOfLabel(line, camps),
      line,
      led,
    });
  };
  for (const line of header) {
    const { text, words } = line.skeleton;
    if (CHAIR.test(words.text.trim())) {
      let depth = 0;
      for (const ch of text) {
        if (ch === "(") depth++;
        if (ch === ")") depth--;
        if (depth === 0 && isParty(ch)) put(ch, line);
      }
      continue;
    }
    for (const [, chair] of matchesIn(text, CHAIRS)) put(chair, line);
  }
  if (found.length > 0) return found.slice(0, 2);
  for (const line of header) {
    put(LED.exec(line.skeleton.text)?.[1], line, true);
    put(CHAIRED.exec(line.skeleton.text)?.[1], line);
  }
  return found.slice(0, 2);
}

/** "- Bên Trung Quốc: Thiếu tá A, …": whose people are listed. */
function campOfLabel({ skeleton: { text, parties, places } }: Line, camps: Camps): Camp | null {
  const label = text.slice(0, Math.max(0, text.indexOf(":")));
  for (const ch of label) {
    if (isPlace(ch)) return camps.of(places[indexOf(ch)]!);
    if (isParty(ch)) return camps.of(parties[indexOf(ch)]!);
  }
  return null;
}

/** Whose delegation the heading above names. */
function campOfDelegation(above: readonly Line[], camps: Camps): Camp | null {
  for (const { skeleton } of above)
    for (const party of skeleton.parties) {
      const camp = party.kind === "delegation" || party.kind === "body" ? camps.of(party) : null;
      if (camp !== null) return camp;
    }
  return null;
}

/** The place behind the day: "…, Trạm kiểm soát liên hợp cửa khẩu Kim Thành". */
function placeOf({ skeleton: { places, parties, words } }: Line, from: number): NamedPlace | null {
  const place = places.find(({ start, whole }) => start >= from && !whole) ?? null;
  const body = parties.find((one) => one.kind === "body" && words.list[one.from]!.start >= from);
  if (body?.organisation == null || (place !== null && place.start < words.list[body.from]!.start))
    return place;
  const { country, province, organisation } = body;
  return { start: 0, end: 0, text: organisation, country, province, whole: false };
}

/** Whose place it was: that named last, "tầng 3 nhà kiểm tra cửa khẩu A, huyện B". */
function campOfPlace(
  { skeleton: { places, parties, words } }: Line,
  from: number,
  camps: Camps,
): Camp | null {
  const named = [
    ...places.map((one) => ({ at: one.start, camp: camps.of(one) })),
    ...parties
      .filter(({ kind }) => kind === "body")
      .map((one) => ({ at: words.list[one.from]!.start, camp: camps.of(one) })),
  ];
  return (
    named.filter(({ at, camp }) => at >= from && camp !== null).sort((a, b) => b.at - a.at)[0]
      ?.camp ?? null
  );
}

const passageOf = ({ skeleton: { start, end } }: Line): Passage => ({ start, end });

const distinct = (passages: readonly Passage[]): Passage[] =>
  passages.filter(({ start }, i) => passages.findIndex((one) => one.start === start) === i);
