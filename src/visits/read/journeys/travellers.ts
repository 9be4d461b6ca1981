import { HOME_COUNTRY } from "../../../language/places/index.ts";
import { emptySide, type Side } from "../events/index.ts";
import { type Camp, type Camps, hostOf, type Line, type Meeting } from "../meetings/index.ts";
import { indexOf, nameKey, PARTY, type Party, type People } from "../names/index.ts";

/** A meeting that was read, by its sentences and by the whole article. */
export type Told = Omit<Meeting, "line">;

/** Those who travel, wherever an article tells of them: their side, and everybody named as one of them. */
export interface Travellers {
  readonly camp: Camp;
  readonly side: Side;
  /** Keys of the names of those who came along, the leader's among them. */
  readonly names: ReadonlySet<string>;
}

/** Lines from the beginning that tell who travels. */
const OPENING_LINES = 9;
/** "ông A, Giám đốc Sở, Trưởng đoàn", "Trưởng đoàn: ông A", "Trưởng đoàn là đồng chí A", "A dẫn đầu đoàn". */
const LEADING: readonly RegExp[] = [
  new RegExp(
    `(${PARTY})[^.;:\\uE000-\\uE3FF]{0,60}?(?:, (?:làm )?trưởng (?:phái )?đoàn|dẫn đầu|làm trưởng (?:phái )?đoàn)`,
    "u",
  ),
  new RegExp(`trưởng (?:phái )?đoàn(?: là|:) [^.;\\uE000-\\uE3FF]{0,24}(${PARTY})`, "u"),
];
/** Those beside the leader: "Cùng đi có …", "Tham gia đoàn có …". */
const ALONG =
  /^(?:cùng đi|tham gia đoàn|tháp tùng|thành phần đoàn|đi cùng|cùng tham gia|đoàn (?:gồm|có)|thành viên đoàn)(?!\p{L})/u;

/** Who travels, as the opening of an article tells; null where it names nobody or leaders of both sides. */
export function travellersOf(
  lines: readonly Line[],
  camps: Camps | null,
  people: People,
): Travellers | null {
  if (camps === null) return null;
  const opening = lines.filter(({ role }) => role === "body").slice(0, OPENING_LINES);
  let found: Travellers | null = null;
  for (const line of opening) {
    for (const { party, delegation } of leadersIn(line)) {
      const person = camps.person(party);
      if (person === null || party.name === null) continue;
      const receivers = hostOf(lines, camps);
      const camp =
        (delegation === null ? null : camps.of(delegation)) ??
        person.camp ??
        (receivers === "home" ? "away" : "home");
      if (found !== null && found.camp !== camp) return null;
      if (found !== null) continue;
      const side = emptySide();
      side.country = camp === "home" ? HOME_COUNTRY : camps.country;
      side.province = delegation?.province ?? camps.province[camp];
      side.organisation = delegation?.organisation ?? null;
      side.head = person.name;
      side.people.push({ name: person.name, position: person.position });
      found = { camp, side, names: new Set([nameKey(person.name)]) };
    }
  }
  // Hosts have a leader of their own delegation too: those who received did not travel.
  if (found === null || hostOf(lines, camps) === found.camp) return null;
  return { ...found, names: namesAlong(found, lines, people) };
}

/** Whom every meeting with a head has for its guests: they travel. */
export function travellersOfMeetings(
  told: readonly Told[],
  camps: Camps,
  lines: readonly Line[],
  people: People,
): Travellers | null {
  const guests = told.filter(({ planned, guest }) => !planned && guest.head !== null);
  const [first] = guests;
  if (first === undefined || first.guest.country === first.host.country) return null;
  const key = nameKey(first.guest.head!);
  if (guests.some(({ guest }) => nameKey(guest.head!) !== key)) return null;
  const camp =
    first.guest.country === HOME_COUNTRY
      ? "home"
      : first.guest.country === camps.country
        ? "away"
        : null;
  if (camp === null) return null;
  const found = { camp, side: first.guest, names: new Set([key]) } as const;
  return { ...found, names: namesAlong(found, lines, people) };
}

function namesAlong(
  { side, names }: Travellers,
  lines: readonly Line[],
  people: People,
): ReadonlySet<string> {
  const all = new Set(names);
  for (const { name } of side.people) all.add(nameKey(name));
  for (const { role, skeleton } of lines) {
    if (role !== "body" || !ALONG.test(skeleton.text)) continue;
    for (const party of skeleton.parties) {
      const name = party.name === null ? null : (people.find(party)?.name ?? party.name);
      if (name !== null) all.add(nameKey(name));
    }
  }
  return all;
}

/** Who is told to lead a delegation in a line, with the delegation where the line names one. */
function leadersIn({
  skeleton: { text, parties },
}: Line): { party: Party; delegation: Party | null }[] {
  const found = parties.flatMap((party) =>
    party.kind === "delegation" && party.leader !== null
      ? [{ party: party.leader, delegation: party }]
      : [],
  );
  if (found.length > 0) return found;
  const delegation =
    parties.find(
      ({ kind, organisation }) => kind === "delegation" && /\s/u.test(organisation ?? ""),
    ) ?? null;
  // "Ông A, Giám đốc Sở, Trưởng đoàn": read as one of the offices.
  const titled = parties.find(({ name, position }) => name !== null && LEADER.test(position ?? ""));
  if (titled !== undefined) return [{ party: titled, delegation }];
  // "trưởng đoàn" by itself names nobody.
  const plain = text.replace(ANY_PARTY, (ch) => {
    const { kind, position } = parties[indexOf(ch)]!;
    return kind === "office" && LEADER.test(position ?? "") ? "trưởng đoàn" : ch;
  });
  for (const pattern of LEADING) {
    const said = pattern.exec(plain)?.[1];
    const party = said === undefined ? undefined : parties[indexOf(said)];
    if (party?.kind === "person") return [{ party, delegation }];
  }
  return [];
}

const ANY_PARTY = new RegExp(PARTY, "gu");
const LEADER = /(?:^|, ?)trưởng (?:phái )?đoàn(?: công tác| đại biểu(?! quốc))?$/iu;

/** Whether a side is led by one of those who travel. */
export const isHead = ({ head }: Side, { names }: Travellers): boolean =>
  head !== null && names.has(nameKey(head));
