import { knownPlace } from "../../../language/names/index.ts";
import { HOME_COUNTRY } from "../../../language/places/index.ts";
import {
  isPartyOf,
  type NamedPlace,
  type Party,
  type People,
  type Person,
} from "../names/index.ts";
import type { VisitEvent } from "./tense.ts";

/** One side of an event while its article is read. */
export interface Side {
  organisation: string | null;
  province: string | null;
  country: string | null;
  head: string | null;
  people: { name: string; position: string | null }[];
}

/** Host and guest of one event; a side that the sentence doesn't tell stays empty. */
export interface Sides {
  host: Side;
  guest: Side;
  /** False where who received is not told by the sentence itself. */
  sure: boolean;
}

export const emptySide = (): Side => ({
  organisation: null,
  province: null,
  country: null,
  head: null,
  people: [],
});

/** A body named by one general word says nothing: "đoàn", "đoàn công tác". */
const GENERAL =
  /^(?:đại sứ quán|trung tâm|bệnh viện|công ty|tập đoàn|học viện|hội đồng|văn phòng|bộ|sở|ban|tổ chức|bộ ngoại giao|chính phủ|uỷ ban|ủy ban|đoàn|phái đoàn|đoàn công tác|đoàn đại biểu|đoàn đại biểu cấp cao|các|lãnh đạo|(?:thị|thành|tỉnh|huyện|khu|châu|đảng) (?:ủy|uỷ)|biên phòng)$/iu;
const LEADERS =
  /^(?:các )?(?:nhà )?lãnh đạo (?:(?:\p{Ll}+ ){1,4}hàng đầu |cấp cao )?(?:của )?(?:nước )?(.*)$/iu;

/** "lãnh đạo Lào": only the country is told. */
export function isGeneral(organisation: string): boolean {
  const leaders = LEADERS.exec(organisation)?.[1];
  if (
    leaders !== undefined &&
    (/^châu /iu.test(leaders) || knownPlace(leaders)?.rank === "country")
  )
    return true;
  return GENERAL.test(organisation);
}

const LOCAL =
  /(?:ubnd|hđnd|ủy ban nhân dân|uỷ ban nhân dân|hội đồng nhân dân|tỉnh ủy|tỉnh uỷ|tỉnh đoàn|thường trực tỉnh)/iu;

/** What the article says of a province that offices leave out: "Chủ tịch UBND tỉnh". */
export interface Home {
  readonly province: string | null;
}

/** Makes a side of a party and those beside it. */
function sideOf(parties: readonly (Party | NamedPlace)[], people: People, home: Home): Side {
  const side = emptySide();
  for (const [i, party] of parties.entries()) {
    if (!isPartyOf(party)) {
      if (i === 0) {
        side.country = party.country;
        side.province = party.province;
      }
      continue;
    }
    addParty(side, party, people, home, i === 0);
  }
  return side;
}

function addParty(side: Side, party: Party, people: People, home: Home, first: boolean): void {
  const person = people.find(party);
  const country =
    person?.country ??
    party.country ??
    localCountry(person?.position ?? party.position ?? party.organisation, party);
  // Who stands beside the head but comes from elsewhere is not of this side.
  if (!first && side.country !== null && country !== null && country !== side.country) return;
  if (person !== null) addPerson(side, person, first);
  // A body beside the head is another's; a delegation is theirs.
  const own = first || party.kind === "delegation";
  if (own && party.organisation !== null && !isGeneral(party.organisation))
    side.organisation ??= party.organisation;
  side.country ??= country;
  side.province ??=
    person?.province ??
    party.province ??
    homeOf(person?.position ?? party.position ?? party.organisation, side, home);
  if (party.leader !== null) {
    const leader = people.find(party.leader);
    if (leader !== null) {
      side.people = side.people.filter(({ name }) => name !== leader.name);
      side.people.unshift({ name: leader.name, position: leader.position });
      side.head = leader.name;
      side.country ??= leader.country;
      if (side.country === leader.country) side.province ??= leader.province;
    }
  }
}

function addPerson(side: Side, { name, position }: Person, first: boolean): void {
  // Beside an office whose holder isn't known stands no head: "Nhà vua và Hoàng hậu …".
  if (first) side.head = name;
  if (!side.people.some((one) => one.name === name)) side.people.push({ name, position });
}

function localCountry(office: string | null, party: Party): string | null {
  return office !== null && party.province === null && LOCAL.test(office) ? HOME_COUNTRY : null;
}

function homeOf(office: string | null, side: Side, home: Home): string | null {
  if (office === null || (side.country !== null && side.country !== HOME_COUNTRY)) return null;
  return LOCAL.test(office) || /(?<!\p{L})tỉnh$/iu.test(office) ? home.province : null;
}

/** Ambassadors and consuls call on provinces, and who comes to "tỉnh A" is its guest. */
function isLocal(goal: NamedPlace, { people }: Side): boolean {
  return (
    /^tỉnh /iu.test(goal.text) ||
    people.some(({ position }) => /đại sứ|lãnh sự|tham tán/iu.test(position ?? ""))
  );
}

/** Host and guest as the frame of the event tells them. */
export function sidesOf(event: VisitEvent, people: People, home: Home): Sides {
  const actors = sideOf(event.subjects, people, home);
  const objects = sideOf(event.objects, people, home);
  switch (event.role) {
    case "receives":
      return { host: actors, guest: objects, sure: true };
    case "calls":
      return { host: objects, guest: actors, sure: true };
    case "visits": {
      // A city tells where a statesman went, not whose guest they were.
      const [goal] = event.objects;
      const abroad = actors.province === null && actors.country !== objects.country;
      if (goal !== undefined && !isPartyOf(goal) && abroad && !isLocal(goal, actors))
        objects.province = null;
      return { host: objects, guest: actors, sure: true };
    }
    case "meets": {
      const [subject, object] = [event.subjects[0], event.objects[0]];
      const delegation = (one: Party | NamedPlace | undefined): boolean =>
        isPartyOf(one) && one.kind === "delegation";
      if (delegation(object) && !delegation(subject))
        return { host: actors, guest: objects, sure: true };
      if (delegation(subject) && !delegation(object))
        return { host: objects, guest: actors, sure: true };
      return { host: actors, guest: objects, sure: false };
    }
  }
}
