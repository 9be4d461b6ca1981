import { matchesIn } from "../../../language/text/index.ts";
import type { PointAct, VisitPoint, VisitSide } from "../../../model/index.ts";
import type { Camp, Camps, Line } from "../meetings/index.ts";
import { type NamedPlace, nameKey, type Party, type People } from "../names/index.ts";

/** Who says or does something, as a point names them. */
export type Speaker = Pick<VisitPoint, "speaker" | "side">;

/** A subject in a sentence, with its range in the sentence. */
export interface Subject extends Speaker {
  readonly start: number;
  readonly end: number;
  /** "ông", "đồng chí": whoever spoke last. */
  readonly pronoun: boolean;
  /** Only what stands right before the verb: a place or body may as well be an object. */
  readonly close: boolean;
}

/** Both sides together. */
export const BOTH: Speaker = { speaker: null, side: "both" };
/** What is done with the other side, whoever is named. */
export const JOINT: ReadonlySet<PointAct> = new Set(["discussed", "signed"]);

const TOGETHER =
  /(?<![\p{L}])(?:hai bên|đôi bên|hai đoàn|các bên|cả hai|hai tỉnh|hai thành phố|hai huyện|ba huyện|hai địa phương|hai người|hai đồng chí|hai đơn vị|hai cơ quan|các đại biểu|các huyện|các tỉnh|đoàn công tác hai bên|ngoại vụ hai bên|các em hai bên|hai văn phòng|hai nước|hội nghị giữa hai bên|đại biểu hai bên|lãnh đạo hai)(?![\p{L}])/gu;
const PRONOUN =
  /(?<![\p{L}])(?:ông|bà|đồng chí|ngài|anh|chị|vị (?:\p{Ll}{2,8}){1,2}|người đứng đầu(?: (?:đảng bộ|cấp ủy|chính quyền|ubnd|ủy ban nhân dân|hđnd|tỉnh ủy|ngành))?(?: tỉnh| thành phố| huyện)?|nhà ngoại giao|vị khách|trưởng đoàn (?:bạn|khách))(?= (?:\p{Ll}|,)|,|$)/gu;
const OF_A_SIDE =
  /(?<![\p{L}])(?:(?:phía )?(?:tỉnh|thành phố)|phía (?:bạn|khách)|đoàn(?: bạn)?)(?= (?:cũng|còn|đã|sẽ|luôn|khuyến|hoan|đề|mong|cam|đánh|bày|cho|gửi|đi|tìm))/gu;

/** Tells who speaks, for one meeting. */
export interface Speakers {
  subjectsIn(line: Line, text: string): Subject[];
}

/** @param receivers The camp that received. */
export function speakersOf(
  camps: Camps | null,
  people: People,
  receivers: Camp,
  sides: { readonly host: VisitSide; readonly guest: VisitSide },
): Speakers {
  const sideOfCamp = (camp: Camp | null): Speaker["side"] =>
    camp === null ? null : camp === receivers ? "host" : "guest";
  const sideOf = (one: Party | NamedPlace, name: string | null): Speaker["side"] => {
    for (const side of ["host", "guest"] as const)
      if (
        name !== null &&
        sides[side].people.some((person) => nameKey(person.name) === nameKey(name))
      )
        return side;
    if (camps !== null) return sideOfCamp(camps.of(one));
    if (sides.host.country === sides.guest.country || one.country === null) return null;
    return one.country === sides.host.country
      ? "host"
      : one.country === sides.guest.country
        ? "guest"
        : null;
  };
  return {
    subjectsIn({ skeleton }, text) {
      const { words, parties, places } = skeleton;
      const found: Subject[] = [];
      for (const party of parties) {
        const start = words.list[party.from]!.start;
        const end = words.list[party.to - 1]!.end;
        const led = party.kind === "delegation" ? party.leader : null;
        const person = camps?.person(led ?? party) ?? people.find(led ?? party);
        const named =
          person?.name ?? (party.kind === "office" ? null : (party.organisation ?? party.name));
        const head = party.kind === "office" && person === null ? headOf(party, sides) : null;
        found.push({
          start,
          end,
          speaker: head?.name ?? named ?? party.position,
          side: head?.side ?? sideOf(party, named),
          pronoun: false,
          close: party.kind === "body" || party.kind === "delegation",
        });
      }
      for (const place of places)
        found.push({
          start: place.start,
          end: place.end,
          speaker: place.text,
          side: sideOf(place, null),
          pronoun: false,
          close: true,
        });
      for (const match of matchesIn(text, TOGETHER))
        found.push({
          ...BOTH,
          start: match.index,
          end: match.index + match[0].length,
          pronoun: false,
          close: false,
        });
      for (const match of matchesIn(text, PRONOUN))
        if (!found.some(({ start, end }) => match.index >= start && match.index < end))
          found.push({
            speaker: null,
            side: null,
            start: match.index,
            end: match.index + match[0].length,
            pronoun: true,
            close: false,
          });
      for (const match of matchesIn(text, OF_A_SIDE)) {
        if (found.some(({ start, end }) => match.index >= start && match.index < end)) continue;
        const side = /đoàn|khách|bạn/u.test(match[0])
          ? receivers === "home" || !/bạn/u.test(match[0])
            ? "guest"
            : "host"
          : receivers === "home"
            ? "host"
            : "guest";
        found.push({
          speaker: sides[side].head ?? sides[side].organisation ?? sides[side].province,
          side,
          start: match.index,
          end: match.index + match[0].length,
          pronoun: false,
          close: true,
        });
      }
      return found.sort((a, b) => a.start - b.start || b.end - a.end);
    },
  };
}

/** "Bí thư Tỉnh ủy", "Đại sứ" without a name: the head of the side who holds that office. */
function headOf(
  { position }: Party,
  sides: { readonly host: VisitSide; readonly guest: VisitSide },
): { name: string; side: "host" | "guest" } | null {
  if (position === null) return null;
  const office = position.toLowerCase();
  for (const side of ["host", "guest"] as const) {
    const holder = sides[side].people.find((person) =>
      person.position?.toLowerCase().includes(office),
    );
    if (holder !== undefined) return { name: holder.name, side };
  }
  return null;
}
