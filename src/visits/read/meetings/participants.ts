import { type Group, note, type Side } from "../events/index.ts";
import {
  indexOf,
  isPartyOf,
  PARTY,
  type Party,
  type People,
  type Person,
  PLACE,
  type Skeleton,
} from "../names/index.ts";
import { CAME_ALONG } from "./roster.ts";

/** "Tham dự hội đàm, về phía A có …", "Cùng dự có …", "Tham gia đoàn có …". */
const ATTENDED =
  /^(?:tham dự|dự|cùng dự|cùng tham dự|tham gia|cùng tham gia|cùng đi|tháp tùng|về phía|phía|cùng tiếp|tiếp)(?!\p{L}).*(?:^|[^\p{L}])(?:có|gồm)(?!\p{L})/u;
const SIDE = new RegExp(`phía (?:đoàn )?(${PARTY}|${PLACE})`, "u");
/** "theo lời mời của A và B", "nhận lời mời của A". */
const INVITED = new RegExp(`lời mời của (${PARTY})(?: và (${PARTY}))?`, "u");
/** "Dẫn đầu đoàn là ông A", "Trưởng đoàn là bà B". */
const LED = new RegExp(
  `^(?:dẫn đầu|trưởng|đứng đầu)(?: ${PARTY}| đoàn)?[^.;\\uE000-\\uE3FF]{0,24}(?:là|có) (${PARTY})`,
  "u",
);
/** "Trưởng đoàn Bằng Tường là ông A", where the office is one party. */
const TITLED = new RegExp(`^(${PARTY}) là (${PARTY})`, "u");
/** "Chủ trì buổi tiếp là đồng chí A", "Đồng chí A chủ trì buổi tiếp". */
const HOSTED = new RegExp(
  `^chủ trì(?: (?:buổi|cuộc|lễ))? (?:tiếp|đón|làm việc|hội đàm|gặp)[^.;\\uE000-\\uE3FF]{0,40}(?:với ${PARTY} )?(?:là|có) (${PARTY})` +
    `|^(${PARTY}),? (?:đã )?chủ trì (?:buổi|cuộc|lễ) (?:tiếp|đón|làm việc)(?! với)`,
  "u",
);
/** "Tham dự buổi tiếp còn có …": those beside who receives. */
const AT_RECEPTION = /^[^.;:]{0,24}(?:(?:buổi|cuộc|lễ) (?:tiếp|đón)|cùng tiếp|chủ trì)/u;
/** Sentences behind the one that tells of the visit in which those who took part are named. */
const NEAR = 5;

/** Adds the people whom further sentences name beside the heads, where their country or province says which side they are of. */
export function addParticipants(
  groups: readonly Group[],
  skeletons: readonly Skeleton[],
  people: People,
): void {
  const [group] = groups;
  // Of several visits nobody knows whose they were.
  if (group === undefined || groups.length > 1) return;
  const first = skeletons.findIndex(({ start }) => start === group.events[0]!.passage.start);
  addHead(group, skeletons[first]!, people, "guest", LED);
  for (const skeleton of skeletons.slice(first + 1, first + 1 + NEAR)) {
    if (addHead(group, skeleton, people, "guest", LED)) continue;
    addHead(group, skeleton, people, "host", HOSTED);
    if (!HOSTED.test(skeleton.text) && !ATTENDED.test(skeleton.text)) continue;
    const named = sideNamed(skeleton, group);
    for (const party of skeleton.parties) {
      const person = people.find(party);
      if (person === null || party.name === null) continue;
      const received = person.country === null && AT_RECEPTION.test(skeleton.text);
      const side = CAME_ALONG.test(skeleton.text)
        ? group.guest
        : (named ?? sideOfPerson(person, group) ?? (received ? group.host : null));
      if (
        side === null ||
        [...group.host.people, ...group.guest.people].some(({ name }) => name === person.name)
      )
        continue;
      side.people.push({ name: person.name, position: person.position });
      note(group, side === group.host ? "host" : "guest", {
        start: skeleton.start,
        end: skeleton.end,
      });
    }
  }
}

/** Adds who led a side where a sentence says so and nobody is known to have. @returns Whether it did. */
function addHead(
  group: Group,
  { text, parties, start, end }: Skeleton,
  people: People,
  of: "host" | "guest",
  pattern: RegExp,
): boolean {
  const titled = of === "guest" ? TITLED.exec(text) : null;
  const isTitled =
    titled !== null &&
    /^trưởng (?:phái )?đoàn/iu.test(parties[indexOf(titled[1]!)]!.position ?? "");
  const match = pattern.exec(text);
  const named = isTitled ? titled[2] : (match?.[1] ?? match?.[2]);
  const side = group[of];
  const party = named === undefined ? ledBy(parties, side) : parties[indexOf(named)]!;
  const leader =
    party === null || (named === undefined && of === "host") ? null : people.find(party);
  if (leader === null || side.head !== null) return false;
  side.head = leader.name;
  side.people.unshift({ name: leader.name, position: leader.position });
  note(group, of, { start, end });
  return true;
}

/** "Đoàn do ông A làm trưởng đoàn", at the beginning of a sentence of its own. */
function ledBy([first]: readonly Party[], { country }: Side): Party | null {
  if (first === undefined || first.from !== 0 || first.leader === null) return null;
  return first.country === null || first.country === country ? first.leader : null;
}

function sideNamed({ text, parties, places }: Skeleton, { host, guest }: Group): Side | null {
  const match = SIDE.exec(text);
  if (match === null) return null;
  const ch = match[1]!;
  const where: Pick<Party, "country" | "province"> =
    ch < "\uE400" ? parties[indexOf(ch)]! : places[indexOf(ch)]!;
  if (host.country !== guest.country && where.country !== null) {
    if (where.country === host.country) return host;
    if (where.country === guest.country) return guest;
  }
  return null;
}

function sideOfPerson(person: Person, { host, guest }: Group): Side | null {
  if (person.country === null || host.country === guest.country) return null;
  if (person.country === host.country) return host;
  return person.country === guest.country ? guest : null;
}

/** Where nobody of the hosts is named, who invited the guests counts as their head. */
export function addInviters(
  groups: readonly Group[],
  skeletons: readonly Skeleton[],
  people: People,
): void {
  for (const skeleton of skeletons) {
    const match = INVITED.exec(skeleton.text);
    if (match === null) continue;
    for (const ch of [match[1], match[2]]) {
      if (ch === undefined) continue;
      const party = skeleton.parties[indexOf(ch)]!;
      const person = isPartyOf(party) ? people.find(party) : null;
      if (person === null) continue;
      const group = groups.find(
        ({ host, guest, events }) =>
          host.head === null &&
          host.country !== null &&
          (person.country === host.country ||
            (person.country === null && events.some(({ skeleton: own }) => own === skeleton))) &&
          guest.head !== person.name,
      );
      if (group === undefined) continue;
      group.host.head = person.name;
      group.host.people = group.host.people.filter(({ name }) => name !== person.name);
      group.host.people.unshift({ name: person.name, position: person.position });
      note(group, "host", { start: skeleton.start, end: skeleton.end });
    }
  }
}
