import { HOME_COUNTRY } from "../../language/places/index.ts";
import { type DateMention, sentences, UNKNOWN_DATE } from "../../language/text/index.ts";
import type { Article, PartialDate, Passage, VisitPoint, VisitReport } from "../../model/index.ts";
import { type CombinedMeeting, combine } from "./combine.ts";
import { type Counted, countedIn } from "./counted.ts";
import {
  eventsIn,
  groupEvents,
  keepDistinct,
  type Side,
  withEventYear,
  withYear,
} from "./events/index.ts";
import { finished } from "./finished-side.ts";
import {
  ofTravellers,
  type Travellers,
  travellersOf,
  travellersOfMeetings,
  withStops,
} from "./journeys/index.ts";
import {
  addInviters,
  addParticipants,
  type Camps,
  campsOf,
  type DaysInTurn,
  daysInTurn,
  meetingsOf,
  meetingsOfForm,
  ownSides,
  PAST,
  type Story,
  storyOf,
} from "./meetings/index.ts";
import { gatherPeople, type People, type Skeleton, TELLS } from "./names/index.ts";
import { minutesOf, pointFields, speakersOf } from "./points/index.ts";
import { withSoleProvince } from "./sole-province.ts";
import { withoutPast, withoutTwins, withPlannedParts } from "./twins.ts";

/** "Theo kế hoạch, đoàn còn thăm A, nhưng do mưa lớn …": what was planned and not done. */
const CHANGED =
  /^theo (?:chương trình|kế hoạch|lịch)(?!\p{L})[^.;]{0,120}(?<!\p{L})(?:song|nhưng|tuy nhiên)(?!\p{L})/u;
/** Sentences read of one article; reports tell what happened in their first ones. */
const MOST_SENTENCES = 60;

/** What is known of an article beside the part that is read. */
interface Known {
  readonly people: People;
  readonly home: { readonly province: string | null };
  readonly days: DaysInTurn;
  /** The two camps of the whole article, and who of them travels; null where it is about none. */
  readonly camps: Camps | null;
  readonly travellers: Travellers | null;
  /** Dates of the whole article, which tell the year of days without one. */
  readonly mentions: readonly DateMention[];
}

/** Offices are told with the first mention, wherever that stands, and the home province in other parts too. */
export function knownOf(article: Article): Known {
  const story = storyOf(article);
  const { lines } = story;
  const title = lines[0]!.skeleton;
  const skeletons = lines.slice(1).map(({ skeleton }) => skeleton);
  const people = gatherPeople([...skeletons, title]);
  const camps = campsOf(story, people, false);
  return {
    people,
    camps,
    travellers: travellersOf(lines, camps, people),
    home: { province: homeProvince(skeletons, title) },
    days: daysInTurn(lines, article),
    mentions: mentionsIn(skeletons, article.published),
  };
}

/** The part of a report that is read, where it is not the whole. */
export interface ReadPart {
  /** What is known from the whole of it. */
  readonly known: Known;
  /** The day of the part, and where that stands. */
  readonly day: { readonly date: PartialDate; readonly passage: Passage } | null;
  /** True where the parts go on with the same guests; false for items of a bulletin. */
  readonly oneJourney: boolean;
}

/** Reads the meetings of a report, or of a part of one. */
export function visitsOfReport(article: Article, part?: ReadPart): VisitReport[] {
  if (!TELLS.test(article.text)) return [];
  const known = part?.known;
  const open = storyOf(article);
  const days = known?.days ?? daysInTurn(open.lines, article);
  const story = days.size === 0 ? open : storyOf(article, days);
  const title = story.lines[0]!.skeleton;
  const sentences = reportOfStory(story, article);
  const told = sentences.filter(({ text }) => !CHANGED.test(text)).flatMap(eventsIn);
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
  const own = campsOf(story, people, groups.length === 0);
  const camps = own ?? (part?.oneJourney ? part.known.camps : null);
  const meetings = own === null ? [] : meetingsOf(story, own, article.published);
  const changed = new Set(
    sentences.flatMap(({ text, start }) => (CHANGED.test(text) ? [start] : [])),
  );
  const read = combine(groups.filter(keepDistinct), meetings, story).filter(
    ({ evidence }) => !changed.has(evidence.get("kind")?.[0]?.start ?? -1),
  );
  const forms = camps === null ? [] : meetingsOfForm(story, camps, article.published);
  const visits = withoutTwins(
    forms.length === 0 ? read : [...forms, ...read.filter((one) => !isOfForm(one, forms))],
  );
  const mentions = known?.mentions ?? mentionsIn(skeletons, article.published);
  const travellers =
    camps === null || forms.length > 0
      ? null
      : ((part === undefined
          ? travellersOf(story.lines, camps, people)
          : part.oneJourney
            ? part.known.travellers
            : null) ?? travellersOfMeetings(visits, camps, story.lines, people));
  const whole =
    camps === null || travellers === null
      ? visits
      : withoutTwins(
          withStops(
            ofTravellers(visits, travellers),
            story,
            camps,
            travellers,
            part?.day ?? null,
            article.published,
          ),
        );
  for (const one of whole)
    if (one.when !== null)
      one.when = withEventYear(withYear(one.when, mentions), article.title, sentences);
  // A form keeps its older meetings, too.
  const kept = forms.length > 0 ? whole : withoutPast(whole, article.published);
  const recent = withSoleProvince(withPlannedParts(kept, article.published), story);
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

/** True for what is told of the day of a form, or without a day beside it: the same meeting by its sentences. */
const isOfForm = ({ when }: CombinedMeeting, forms: readonly CombinedMeeting[]): boolean =>
  when?.date.day == null ||
  forms.some(
    (form) => form.when?.date.day === when.date.day && form.when.date.month === when.date.month,
  );

/** Dates that may tell the year of a day; months do where nothing tells when the article was written. */
const mentionsIn = (skeletons: readonly Skeleton[], published: string | null): DateMention[] =>
  skeletons
    .filter(({ text }) => !PAST.test(text))
    .flatMap(({ dates }) => dates)
    .filter(({ date, endDate }) => published === null || date?.day != null || endDate?.day != null);

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
      // That it is to come is told where the meeting is, if by no words of its own.
      [
        "planned",
        planned ? (group.evidence.get("planned") ?? group.evidence.get("kind") ?? []) : [],
      ] as const,
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
