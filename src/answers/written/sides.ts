import { matchesIn } from "../../language/text/index.ts";
import type { CitedPoint, Visit } from "../../model/index.ts";
import type { Unit } from "./evidence.ts";
import { type Comparison, mayStandFor } from "./match.ts";
import { type Fault, sideOf } from "./pairing.ts";
import { nameKey, samePerson, type Token } from "./reading.ts";

/** Who receives stands before these, who comes behind. */
const RECEIVES =
  /(?<!\p{L})(?:tiếp đón|đón tiếp|đón|tiếp xã giao|tiếp và làm việc với|tiếp|chiêu đãi)(?!\p{L})(?! (?:tục|theo|cận|nhận|giáp|thu|xúc|viện|đó|khách))/giu;
/** Who comes stands before these, where to behind. */
const VISITS =
  /(?<!\p{L})(?:đến thăm|sang thăm|tới thăm|thăm|sang làm việc|đến làm việc)(?!\p{L})(?! (?:hỏi|dò|quan))/giu;
const MEETS =
  /(?<!\p{L})(?:tiếp|đón|thăm|hội kiến|hội đàm|gặp|làm việc|chiêu đãi)(?!\p{L})(?! (?:tục|theo|cận|nhận|giáp|thu|xúc|viện|đó|khách|hỏi|dò|quan))/giu;
/** Between a meeting and somebody who is not the one met. */
const PARTED = /[;.,:“"]|(?<!\p{L})(?:và|đoàn|do|của|thì|khi)(?!\p{L})/iu;
/** "được ông X tiếp": the order is turned round. */
const PASSIVE =
  /(?<!\p{L})(?:được|do|chuyến|cuộc|buổi|lễ|đến|tới|sang|việc|khi|sau|trước)(?: (?!tiếp |đón )[^,;.]{0,80})? $/iu;
const AT = /(?:tại|ở|trong) (?:tỉnh |thành phố |thủ đô |huyện |thị xã |nước )?$/iu;
const TOGETHER =
  /(?<!\p{L})(?:hai bên|đôi bên|các bên|cả hai|hai tỉnh|hai địa phương|hai nước|hai đoàn|hai huyện|hai thành phố)(?!\p{L})/iu;
const TOGETHER_FOLDED =
  / (?:hai|doi|cac|ca hai|ba|bon) (?:ben|tinh|dia phuong|nuoc|doan|huyen|thanh pho|phia|co quan|don vi|nguoi|lanh dao|luc luong|dai bieu) /u;
/** What a side says of itself or asks of the other one: told of both it is another statement. */
const OF_ONE_SIDE: ReadonlySet<string> = new Set(["proposed", "asked"]);

const isParty = ({ kind }: Token) => kind === "person" || kind === "place";

/** Holds who received whom, and who spoke, against the units and their records. */
export function sideFault(compared: Comparison): Fault | null {
  const visits = [
    ...new Set(compared.units.flatMap(({ visit }) => (visit === null ? [] : [visit]))),
  ];
  return selfFault(compared) ?? directionFault(compared, visits) ?? speakerFault(compared);
}

/** A person who is told to receive, to visit or to meet himself. */
function selfFault({ claim: { text, tokens } }: Comparison): Fault | null {
  const persons = tokens.filter(({ kind }) => kind === "person");
  for (const { index, 0: verb } of matchesIn(text, MEETS)) {
    const first = persons.findLast(({ end }) => end <= index);
    const second = persons.find(({ start }) => start >= index + verb.length);
    if (first === undefined || second === undefined || !samePerson(first.key, second.key)) continue;
    if (PARTED.test(text.slice(index, second.start))) continue;
    return { reason: "wrong-side", detail: text.slice(first.start, second.end) };
  }
  return null;
}

function directionFault(compared: Comparison, visits: readonly Visit[]): Fault | null {
  const { text, tokens } = compared.claim;
  for (const [pattern, subject, object] of [
    [RECEIVES, "host", "guest"],
    [VISITS, "guest", "host"],
  ] as const) {
    for (const match of matchesIn(text, pattern)) {
      const before = text.slice(Math.max(0, match.index - 100), match.index);
      if (PASSIVE.test(before)) continue;
      const end = match.index + match[0].length;
      const parties = tokens.filter(
        (token) =>
          isParty(token) && !AT.test(text.slice(Math.max(0, token.start - 24), token.start)),
      );
      const ahead = parties.filter((token) => token.end <= match.index);
      const behind = parties.filter((token) => token.start >= end);
      const first = ahead.findLast(({ kind }) => kind === "person") ?? ahead.at(-1);
      const second = behind.find(({ kind }) => kind === "person") ?? behind[0];
      if (first === undefined || second === undefined) continue;
      const about = visits.filter(
        (visit) => sideOf(first, visit) !== null && sideOf(second, visit) !== null,
      );
      const isReversed = (visit: Visit) =>
        sideOf(first, visit) === object && sideOf(second, visit) === subject;
      if (about.length === 0 || !about.every(isReversed)) continue;
      if (
        compared.units.some((unit) => !unit.ofRecord && standInOrder(unit, first, second, pattern))
      )
        continue;
      return { reason: "wrong-side", detail: text.slice(first.start, second.end) };
    }
  }
  return null;
}

/** True where a sentence has the two in this order around such a verb. */
function standInOrder(unit: Unit, first: Token, second: Token, verb: RegExp): boolean {
  const { text, tokens } = unit.reading;
  const find = (token: Token) => tokens.filter(({ key }) => key === token.key);
  return find(first).some((one) =>
    find(second).some(
      (two) => one.end <= two.start && matchesIn(text.slice(one.end, two.start), verb).length > 0,
    ),
  );
}

/** Who proposed, asked or agreed: a speaker that the sentence itself does not name has to be the record's. */
function speakerFault(compared: Comparison): Fault | null {
  const { claim } = compared;
  const { tokens, text } = claim;
  for (const [index, token] of tokens.entries()) {
    if (token.act === undefined) continue;
    const before = tokens.slice(0, index);
    const last = before.findLastIndex(({ act }) => act !== undefined);
    const led = before.slice(last + 1);
    const subject = led.findLast(isParty);
    const lead = text.slice(led[0]?.start ?? token.start, token.start);
    const matter = tokens.flatMap(({ telling, act }, i) =>
      i > index && telling && act === undefined ? [i] : [],
    );
    if (matter.length === 0) continue;
    const unit = mostHolding(compared, matter);
    if (unit === null || unit.visit === null) continue;
    const points = unit.points.filter((point) => mayStandFor(token.act!, point.act));
    if (points.length === 0 || points.some(({ side }) => side === "both")) continue;
    if (TOGETHER.test(lead)) {
      if (!OF_ONE_SIDE.has(token.act) || TOGETHER_FOLDED.test(unit.reading.folded)) continue;
      if (points.every(({ side }) => side !== null))
        return { reason: "wrong-side", detail: lead.trim() };
      continue;
    }
    if (subject === undefined) continue;
    if (compared.holds(unit, tokens.indexOf(subject)) && !isOfAnother(unit, subject, points))
      continue;
    const own = sideOf(subject, unit.visit);
    const detail = text.slice(subject.start, subject.end);
    if (own !== null && points.every(({ side }) => side !== null && side !== own))
      return { reason: "wrong-side", detail };
    const isAnother = points.every(
      ({ speaker }) =>
        speaker !== null &&
        isPersonOf(unit.visit!, speaker) &&
        !samePerson(nameKey(speaker), subject.key),
    );
    if (subject.kind === "person" && isAnother) return { reason: "wrong-pairing", detail };
  }
  return null;
}

/**
 * True where a sentence names the person, and its record says that somebody of the other side spoke: "Chào mừng ông A,
 * Chủ tịch tỉnh cho biết …". One who stands right before an act may have spoken.
 */
function isOfAnother(unit: Unit, subject: Token, points: readonly CitedPoint[]): boolean {
  if (subject.kind !== "person" || unit.visit === null) return false;
  const own = sideOf(subject, unit.visit);
  if (own === null || points.some(({ side, speaker }) => side === own || speaker === null))
    return false;
  const { tokens, offices } = unit.reading;
  return !tokens.some((act, i) => {
    if (act.act === undefined) return false;
    const person = tokens.slice(0, i).findLast(({ kind }) => kind === "person");
    if (person === undefined || !samePerson(person.key, subject.key)) return false;
    const isParted = offices.some(
      (office) =>
        office.start >= person.end &&
        office.end <= act.start &&
        (office.person === null || !samePerson(office.person, person.key)),
    );
    return !isParted;
  });
}

const isPersonOf = ({ host, guest }: Visit, speaker: string): boolean =>
  [host, guest].some(({ people }) =>
    people.some(({ name }) => samePerson(nameKey(name), nameKey(speaker))),
  );

function mostHolding(compared: Comparison, indexes: readonly number[]): Unit | null {
  let best: Unit | null = null;
  let most = 0;
  for (const unit of compared.units) {
    if (unit.ofRecord) continue;
    const sum = indexes.reduce(
      (all, i) => all + (compared.holds(unit, i) ? compared.weight(i) : 0),
      0,
    );
    if (sum > most) [best, most] = [unit, sum];
  }
  return best;
}
