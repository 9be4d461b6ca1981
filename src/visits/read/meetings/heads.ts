import type { VisitPerson } from "../../../model/index.ts";
import { indexOf, isParty, PARTY, PLACE } from "../names/index.ts";
import type { Camp, Camps } from "./camps.ts";
import { P, type Role } from "./head-rules.ts";
import { LOOKS_BACK } from "./meeting-words.ts";
import { saidIn } from "./said.ts";
import type { Line } from "./story.ts";

/** Somebody of a camp, with how much says that they led it. */
export interface Candidate extends VisitPerson {
  readonly camp: Camp;
  /** What the surest words say that they did; null where that tells no side. */
  role: Role | null;
  score: number;
  /** True where a verb or "trưởng đoàn" says so, not only that they were there or spoke. */
  sure: boolean;
  /** First line that speaks for it. */
  readonly line: Line;
}

/** A consul or ambassador of one's own country beside the meeting leads nobody; nor do those long dead. */
const BESIDE =
  /(?:đại sứ|tổng lãnh sự|lãnh sự|tham tán)[^,]{0,120} (?:việt nam|trung quốc|nhật bản|hàn quốc|lào) tại/iu;
const MAYOR = new RegExp(`^,? (${PARTY})`, "u");
const OFFICE_BEHIND = new RegExp(
  `^(?: ?\\([^()]{1,30}\\))?(?:,| -| –| là) (?:nguyên )?(${PARTY})`,
  "u",
);
// "Trưởng đoàn là ông A"
const LEADER_BEHIND = new RegExp(
  `^(?: phía (?<c>${PARTY}|${PLACE}))?[^.;\\uE000-\\uE3FF]{0,30}(?:là|:|,) ${P}`,
  "u",
);

/** Who may have led each camp, as the lines tell, the likeliest first. */
export const headsIn = (lines: readonly Line[], camps: Camps): Candidate[] =>
  candidatesIn(lines, camps).filter((one): one is Candidate => one.camp !== null);

/** Somebody of whom only what they did says on which side they stood. */
type OpenCandidate = Omit<Candidate, "camp"> & { readonly camp: Camp | null };

/** Who surely led one of the camps, though no name, office or place says which, the likeliest first. */
export const openHeadsIn = (lines: readonly Line[], camps: Camps): OpenCandidate[] =>
  candidatesIn(lines, camps).filter(({ camp, sure }) => camp === null && sure);

function candidatesIn(lines: readonly Line[], camps: Camps): OpenCandidate[] {
  const found = new Map<string, OpenCandidate>();
  const written = lines
    .filter(({ role }) => role === "body")
    .map(({ skeleton }) => skeleton.words.text);
  // "ông A (tên gốc), Chủ tịch huyện B", "ông A là Chủ tịch huyện B"
  const officeBehind = ({ skeleton: { text, parties } }: Line, standIn: string): Camp | null => {
    const behind = OFFICE_BEHIND.exec(text.slice(text.indexOf(standIn) + 1))?.[1];
    return behind === undefined ? null : camps.of(parties[indexOf(behind)]!);
  };
  const campAt = ({ skeleton: { parties, places } }: Line, standIn: string): Camp | null => {
    if (!isParty(standIn)) return camps.of(places[indexOf(standIn)]!);
    const party = parties[indexOf(standIn)]!;
    // "Phía Ban Quản lý": in full it stands before.
    const whole = lines
      .flatMap(({ skeleton }) => skeleton.parties)
      .find(({ organisation }) => organisation?.startsWith(`${party.organisation} `));
    return camps.of(party) ?? (whole === undefined ? null : camps.of(whole));
  };
  const put = (
    line: Line,
    standIn: string | undefined,
    score: number,
    sure: boolean,
    mayorOf: Camp | null = null,
    role: Role | null = null,
  ): void => {
    if (standIn === undefined) return;
    const { text, parties } = line.skeleton;
    const party = parties[indexOf(standIn)]!;
    if (camps.placeNamed(party) !== null) {
      // "Thị trưởng Chu Hải, ông A": the town, then its mayor.
      const next = MAYOR.exec(text.slice(text.indexOf(standIn) + 1))?.[1];
      if (mayorOf === null) put(line, next, score, sure, camps.of(party));
      return;
    }
    for (const one of party.leader === null ? [party] : [party.leader]) {
      if (one.kind === "body" || one.kind === "delegation") continue;
      const person = camps.person(one);
      const camp =
        person?.camp ??
        (party.leader === null ? officeBehind(line, standIn) : camps.of(party)) ??
        mayorOf;
      if (person === null) continue;
      const known = found.get(person.name);
      if (known !== undefined) {
        known.score += score;
        known.sure ||= sure;
        known.role ??= role;
        continue;
      }
      found.set(person.name, {
        name: person.name,
        position: person.position,
        camp,
        role,
        score,
        sure,
        line,
      });
    }
  };
  // "Đoàn phụ nữ châu A gồm 15 chị do bà B làm trưởng đoàn": B is of the delegation that stands before.
  const ledCamp = (line: Line, standIn: string | undefined): Camp | null => {
    const { text, parties } = line.skeleton;
    const before = standIn === undefined ? "" : text.slice(0, text.indexOf(standIn));
    const own = before.endsWith(" do ")
      ? [...before].findLast((ch) => isParty(ch) && parties[indexOf(ch)]!.kind === "delegation")
      : undefined;
    return own === undefined ? null : campAt(line, own);
  };
  for (const [n, line] of lines.entries()) {
    const { text, parties } = line.skeleton;
    if (parties.length === 0 || LOOKS_BACK.test(text)) continue;
    const early = n < 6 ? 1 : 0.5;
    for (const [i, party] of parties.entries()) {
      const standIn = String.fromCharCode(0xe000 + i);
      if (party.leader !== null) put(line, standIn, 9 * early, true);
      if (!/^trưởng (?:phái )?đoàn(?! đại biểu quốc| đbqh)/iu.test(party.position ?? "")) continue;
      if (party.name !== null) {
        put(line, standIn, 9 * early, true);
        continue;
      }
      const at = text.indexOf(standIn);
      const behind = LEADER_BEHIND.exec(text.slice(at + 1));
      // "Đoàn huyện A, trưởng đoàn là ông B": of the delegation that is named before.
      const before = /(?<d>[\uE000-\uE7FF])\)?, $/u.exec(text.slice(0, at))?.groups?.d;
      // "Trưởng đoàn Lục Xuân là ông B"
      const named = party.country === null ? undefined : standIn;
      const own = behind?.groups?.c ?? before ?? named;
      put(line, behind?.groups?.p, 9 * early, true, own === undefined ? null : campAt(line, own));
    }
    if (line.role === "title")
      for (const [i, { name }] of parties.entries())
        if (name === null || written.some((text) => text.includes(name)))
          put(line, String.fromCharCode(0xe000 + i), 4, true);
    for (const { rule, p, q, c } of saidIn(line)) {
      const { score, sure, role = null } = rule;
      const camp = c === undefined ? ledCamp(line, p) : campAt(line, c);
      put(line, p, (line.role === "caption" ? 0.5 : early) * score, sure, camp, role);
      put(line, q, (line.role === "caption" ? 0.5 : early) * (score - 1), sure);
    }
  }
  const isBeside = ({ camp, position }: OpenCandidate): boolean =>
    camp === "home" &&
    position !== null &&
    BESIDE.test(position) &&
    /việt nam tại/iu.test(position);
  const told = [...found.values()].filter(({ score }) => score > 0);
  // "Tổng Lãnh sự A làm việc với B": where the report begins with the consul, the meeting is his.
  const [subject] = lines.find(({ role }) => role === "body")?.skeleton.parties ?? [];
  return told
    .filter((one) => !isBeside(one) || (one.sure && one.name === subject?.name))
    .sort((a, b) => b.score - a.score);
}
