import { type Camp, type Camps, type Line, POST } from "../meetings/index.ts";
import { indexOf, isDate, isParty, nameKey, type Party } from "../names/index.ts";
import type { Travellers } from "./travellers.ts";

/** Lines behind a stop among which its partner speaks. */
const NEAR = 3;
/** Offices that the neighbour does not have. */
const OWN_OFFICE = /ubnd|hđnd|tỉnh ủy|tỉnh uỷ|ủy ban nhân dân|mặt trận/iu;
export const other = (camp: Camp): Camp => (camp === "home" ? "away" : "home");

/** Who met those who travel. */
export interface Partner {
  readonly name: string;
  readonly position: string | null;
  readonly line: Line;
  /** True for a mission of the travellers' own country. */
  readonly mission: boolean;
}

/** Somebody of a line as who met the travellers; null for one of theirs, and for a name alone. */
function partnerIn(
  party: Party,
  line: Line,
  camps: Camps,
  { camp, names }: Travellers,
): Partner | null {
  if (party.kind !== "person" || party.name === null) return null;
  const person = camps.person(party);
  if (person === null || names.has(nameKey(person.name))) return null;
  const position = person.position ?? officeBehind(party, line);
  if (position === null) return null;
  const mission = person.camp === "home" && camp === "home" && POST.test(position);
  // "làm việc với Sở Thương mại Quảng Tây do bà A, Phó Giám đốc Sở chủ trì": neighbours have such bodies, too.
  const isOpen = party.country === null && person.country === null && !OWN_OFFICE.test(position);
  const isBesideHosts =
    isOpen &&
    line.skeleton.parties.some(
      (one) => one !== party && camps.of(one) === other(camp) && one.from < party.from,
    );
  if (person.camp === camp && !mission && !isBesideHosts) return null;
  return { name: person.name, position, line, mission };
}

/** "do bà A làm Tổng Giám đốc": the office behind the name. */
function officeBehind(party: Party, { skeleton: { parties } }: Line): string | null {
  const next = parties.find(({ from }) => from >= party.to);
  return next?.kind === "office" && next.from - party.to <= 2 ? next.position : null;
}

/** Who met the travellers: whoever the stop's line names, else the first to speak behind it. */
export function partnerOf(
  stop: { readonly line: Line; readonly receiver: Party | null },
  own: readonly Line[],
  camps: Camps,
  travellers: Travellers,
): Partner | null {
  const { line, receiver } = stop;
  const asPartner = (party: Party, of: Line) => partnerIn(party, of, camps, travellers);
  if (receiver !== null) return asPartner(receiver, line);
  const { text, parties } = line.skeleton;
  for (const ch of text) {
    if (!isParty(ch)) continue;
    const party = parties[indexOf(ch)]!;
    const found = asPartner(party.leader ?? party, line);
    if (found !== null) return found;
  }
  for (const one of own.slice(1, 1 + NEAR)) {
    const opening = [...one.skeleton.text.slice(0, 40)].filter((ch) => isParty(ch) || isDate(ch));
    for (const ch of opening) {
      if (!isParty(ch)) continue;
      const party = one.skeleton.parties[indexOf(ch)]!;
      const found = asPartner(party.leader ?? party, one);
      if (found !== null) return found;
    }
  }
  return null;
}

/** "Đại sứ quán Việt Nam tại Viêng Chăn", as a line names it. */
export const missionIn = ({ skeleton: { parties } }: Line): string | null =>
  parties.find(
    ({ kind, organisation }) =>
      kind === "body" && /đại sứ quán|lãnh sự quán/iu.test(organisation ?? ""),
  )?.organisation ?? null;
