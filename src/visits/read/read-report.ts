import { knownPlace, numbersIn, recased } from "../../language/names/index.ts";
import { HOME_COUNTRY } from "../../language/places/index.ts";
import { sentences, UNKNOWN_DATE } from "../../language/text/index.ts";
import type {
  Article,
  Passage,
  VisitNumber,
  VisitPerson,
  VisitPoint,
  VisitReport,
  VisitSide,
} from "../../model/index.ts";
import { type CombinedMeeting, combine } from "./combine.ts";
import {
  eventsIn,
  groupEvents,
  keepDistinct,
  type Side,
  withEventYear,
  withYear,
} from "./events/index.ts";
import {
  addInviters,
  addParticipants,
  type Camps,
  campsOf,
  meetingsOf,
  ownSides,
  PAST,
  type Story,
  storyOf,
} from "./meetings/index.ts";
import { gatherPeople, type People, type Skeleton, TELLS } from "./names/index.ts";
import { minutesOf, pointFields, speakersOf } from "./points/index.ts";
import { withoutPast, withoutTwins, withPlannedParts } from "./twins.ts";

/** Counted things of a meeting, with the sentences that tell them. */
interface Counted {
  readonly numbers: readonly VisitNumber[];
  readonly passages: readonly Passage[];
}

/** Where documents are signed or gifts are given now, not wished or long ago. */
const SIGNED = /(?<!\p{L})(?:đã |cùng |lễ |chứng kiến |tiến hành ){1,4}ký(?: kết)? /iu;
/** Who only wishes or looks back. */
const NOT_NOW =
  /qua đó|thời gian qua|vừa qua|đạt được|đề nghị|mong|hy vọng|cần|sẽ|sớm ký|đã được ký|trước đó|năm (?:19|20)\d\d|hồi tháng/iu;
const DOCUMENT =
  /thỏa thuận|thoả thuận|biên bản ghi nhớ|biên bản|văn kiện|hiệp định|bản ghi nhớ|hợp đồng|văn bản|nghị định thư|tuyên bố chung|chương trình hợp tác/iu;
const GIVEN = /(?<!\p{L})(?:tặng|trao tặng|trao|hỗ trợ|viện trợ|ủng hộ|bàn giao)(?!\p{L})/iu;
const GIFT =
  /(?:suất quà|phần quà|đồng|usd|nhân dân tệ|euro|máy|bộ|chiếc|tấn|khẩu trang|kit|liều|xe)(?!\p{L})/iu;

/** Reads how many documents were signed and what was given, from the sentences of a meeting. */
function countedIn(skeletons: readonly Skeleton[]): Counted {
  const numbers: VisitNumber[] = [];
  const passages: Passage[] = [];
  for (const { words, start, end } of skeletons) {
    const { text } = words;
    const signed = SIGNED.exec(text);
    if (signed === null ? !GIVEN.test(text) : NOT_NOW.test(text)) continue;
    const found = counted(text, signed === null ? null : signed.index);
    numbers.push(...found);
    if (found.length > 0) passages.push({ start, end });
  }
  return { numbers, passages };
}

/** Numbers of documents behind "ký", of gifts behind "tặng". */
function counted(text: string, signedAt: number | null): VisitNumber[] {
  if (NOT_NOW.test(text)) return [];
  const given = GIVEN.exec(text);
  return numbersIn(text).flatMap(({ start, end }): VisitNumber[] => {
    const noun = text.slice(end, end + 24).match(/^(?: \p{Ll}[\p{L}\p{M}]*){0,3}/u)?.[0] ?? "";
    const said = text.slice(start, end);
    if (signedAt !== null && start > signedAt && DOCUMENT.test(said + noun)) {
      const document = DOCUMENT.exec(said + noun)!;
      return [
        {
          text: (said + noun).slice(0, Math.max(said.length, document.index + document[0].length)),
          what: "agreement",
        },
      ];
    }
    if (
      given !== null &&
      start > given.index &&
      GIFT.test(said) &&
      !/năm|tháng|ngày|%/iu.test(said)
    )
      return [{ text: said, what: "gift" }];
    return [];
  });
}

/** Sentences read of one article; reports tell what happened in their first ones. */
const MOST_SENTENCES = 60;

/** What is known of an article beside the part that is read. */
interface Known {
  readonly people: People;
  readonly home: { readonly province: string | null };
}

/** Offices are told with the first mention, wherever that stands, and the home province in other parts too. */
export function knownOf(article: Article): Known {
  const { lines } = storyOf(article);
  const title = lines[0]!.skeleton;
  const skeletons = lines.slice(1).map(({ skeleton }) => skeleton);
  return {
    people: gatherPeople([...skeletons, title]),
    home: { province: homeProvince(skeletons, title) },
  };
}

/**
 * Reads the meetings of a report, or of a part of one.
 *
 * @param known What is known from the whole of it.
 */
export function visitsOfReport(article: Article, known?: Known): VisitReport[] {
  if (!TELLS.test(article.text)) return [];
  const story = storyOf(article);
  const title = story.lines[0]!.skeleton;
  const sentences = reportOfStory(story, article);
  const told = sentences.flatMap(eventsIn);
  // Short reports leave to the pictures who met whom.
  const shown = told.length > 0 ? [] : story.lines.filter(({ role }) => role === "caption");
  const skeletons = [...shown.map(({ skeleton }) => skeleton), ...sentences];
  const people = known?.people ?? gatherPeople([...skeletons, title]);
  const home = known?.home ?? { province: homeProvince(skeletons, title) };
  const events = told.length > 0 ? told : skeletons.flatMap(eventsIn);
  const groups = groupEvents(events, people, home, article.published, article.title);
  // Who presided counts before who invited.
  addParticipants(groups, skeletons, people);
  addInviters(groups, skeletons, people);
  const camps = campsOf(story, people, groups.length === 0);
  const meetings = camps === null ? [] : meetingsOf(story, camps, article.published);
  const visits = withoutTwins(combine(groups.filter(keepDistinct), meetings, story));
  const mentions = skeletons.filter(({ text }) => !PAST.test(text)).flatMap(({ dates }) => dates);
  for (const one of visits)
    if (one.when !== null)
      one.when = withEventYear(withYear(one.when, mentions), article.title, sentences);
  const recent = withPlannedParts(withoutPast(visits, article.published));
  return recent
    .sort((a, b) => firstOf(a) - firstOf(b))
    .map((one) =>
      reportOf(
        one,
        article,
        countedIn(recent.length === 1 ? skeletons : one.lines.map(({ skeleton }) => skeleton)),
        pointsOf(one, story, camps, people, recent.length === 1),
        home.province,
      ),
    );
}

/** The minutes of a meeting; captions only where there is no other meeting that they could show. */
function pointsOf(
  { host, guest, lines }: CombinedMeeting,
  story: Story,
  camps: Camps | null,
  people: People,
  single: boolean,
): VisitPoint[] {
  const receivers = host.country === HOME_COUNTRY ? "home" : "away";
  const speakers = speakersOf(camps, people, receivers, { host, guest });
  const captions = single ? story.lines.filter(({ role }) => role === "caption") : [];
  return minutesOf(lines, captions, speakers);
}

const firstOf = ({ evidence }: CombinedMeeting): number => evidence.get("kind")?.[0]?.start ?? 0;

/** The sentences of the report itself: captions and headings only tell who is shown. */
function reportOfStory({ lines }: Story, { blocks }: Article): Skeleton[] {
  return lines
    .filter(({ block }) => /^(?:lead|paragraph)$/u.test(blocks[block]?.kind ?? ""))
    .slice(0, MOST_SENTENCES)
    .map(({ skeleton }) => skeleton);
}

/** The Vietnamese province that the article speaks of most; null where two are named as often. */
function homeProvince(skeletons: readonly Skeleton[], title: Skeleton): string | null {
  const counts = new Map<string, number>();
  for (const { places, parties } of [...skeletons, title])
    for (const { country, province } of [...places, ...parties])
      if (country === HOME_COUNTRY && province !== null)
        counts.set(province, (counts.get(province) ?? 0) + 1);
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return first === undefined || first[1] === second?.[1] ? null : first[0];
}

function reportOf(
  group: CombinedMeeting,
  article: Article,
  counted: Counted,
  points: readonly VisitPoint[],
  home: string | null,
): VisitReport {
  const { kind, planned, when, place } = group;
  const { host, guest } = ownSides(group.host, group.guest, home);
  const evidence = Object.fromEntries(
    [
      ...group.evidence,
      ["host", withHeadNamed(group.evidence.get("host") ?? [], host.head, article)] as const,
      ["guest", withHeadNamed(group.evidence.get("guest") ?? [], guest.head, article)] as const,
      ["numbers", counted.passages] as const,
    ].filter(([, list]) => list.length > 0),
  );
  const minutes = pointFields(points);
  return {
    ...minutes,
    articleId: article.id,
    published: article.published,
    kind,
    planned,
    date: when?.date ?? UNKNOWN_DATE,
    endDate: when?.endDate ?? null,
    place: place?.text ?? null,
    host: finished(host),
    guest: finished(without(guest, host)),
    numbers: counted.numbers,
    evidence: { ...evidence, ...minutes.evidence },
  };
}

/** Nobody stands on both sides; who receives is named first. */
function without(side: Side, other: Side): Side {
  const taken = new Set(other.people.map(({ name }) => name));
  return {
    ...side,
    people: side.people.filter(({ name }) => name === side.head || !taken.has(name)),
  };
}

const finished = ({ organisation, province, country, head, people }: Side): VisitSide => ({
  organisation:
    (organisation && unshouted(organisation)) ??
    unitOfOffice(
      people.find(({ name }) => name === head),
      province,
    ),
  province,
  country,
  head,
  people,
});

/** "CHÂU HỒNG HÀ", from a title, as reports write it; abbreviations stay. */
const unshouted = (name: string): string =>
  name.includes(" ") && !/\p{Ll}/u.test(name) ? recased(name) : name;

/** "Phó Thị trưởng Nam Ninh": the town of a province whose office the head holds; null where it names none. */
function unitOfOffice(head: VisitPerson | undefined, province: string | null): string | null {
  const name = /(?:^|\s)(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,2})$/u.exec(head?.position ?? "")?.[1];
  const known = name === undefined ? null : knownPlace(name);
  return known?.rank === "town" && province !== null && known.province === province
    ? known.name
    : null;
}

/**
 * The passages of a side together with the sentence that first names its head, where none of them does: what is told of
 * a visit must stand in what is cited.
 */
function withHeadNamed(
  passages: readonly Passage[],
  head: string | null,
  { text, blocks }: Article,
): readonly Passage[] {
  if (head === null || passages.some(({ start, end }) => text.slice(start, end).includes(head)))
    return passages;
  for (const { kind, start, end } of blocks) {
    if (kind !== "lead" && kind !== "paragraph") continue;
    const block = text.slice(start, end);
    const named = sentences(block).find((range) =>
      block.slice(range.start, range.end).includes(head),
    );
    if (named !== undefined)
      return [...passages, { start: start + named.start, end: start + named.end }];
  }
  return passages;
}
