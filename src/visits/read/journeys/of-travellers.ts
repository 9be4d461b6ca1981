import { differentJourney, type Side } from "../events/index.ts";
import { indexOf, isParty, nameKey } from "../names/index.ts";
import { isHead, type Told, type Travellers } from "./travellers.ts";

/**
 * Meetings of one journey with those who travel as the guests of each: whoever stands on the wrong side, or leads them
 * only because a list of those present names them first, gives way to the leader.
 *
 * @param told In the order of the article.
 */
export function ofTravellers(told: readonly Told[], travellers: Travellers): Told[] {
  const first = told.find(({ when }) => when !== null)?.when ?? null;
  return told.map((one) => {
    const { when } = one;
    const isOther = first !== null && when !== null && differentJourney(first, when);
    return isOther ? one : withLeader(turned(one, travellers), travellers);
  });
}

/** Who receives are not those who travel. */
function turned(one: Told, travellers: Travellers): Told {
  const { host, guest, evidence } = one;
  const { country } = travellers.side;
  const isCrossed = host.country === country && guest.country !== null && guest.country !== country;
  if (
    !isCrossed ||
    isHead(guest, travellers) ||
    (host.head !== null &&
      guest.head === null &&
      !isHead(host, travellers) &&
      !isOfTravellers(host, travellers))
  )
    return one;
  const turnedEvidence = new Map(evidence);
  for (const [field, from] of [
    ["host", "guest"],
    ["guest", "host"],
  ] as const) {
    const passages = evidence.get(from);
    if (passages === undefined) turnedEvidence.delete(field);
    else turnedEvidence.set(field, passages);
  }
  return { ...one, host: guest, guest: host, evidence: turnedEvidence };
}

const isOfTravellers = (side: Side, travellers: Travellers): boolean =>
  side.people.some(({ name }) => travellers.names.has(nameKey(name)));

function withLeader(one: Told, travellers: Travellers): Told {
  const { host, guest, lines } = one;
  const { side } = travellers;
  if (guest.country !== side.country || isHead(guest, travellers) || isHead(host, travellers))
    return one;
  if (guest.province !== null && side.province !== null && guest.province !== side.province)
    return one;
  // "Phó Chủ tịch A cùng ông B gặp C": somebody else of theirs was there.
  if (guest.head === null && guest.people.some(({ name }) => !travellers.names.has(nameKey(name))))
    return one;
  const isTwice =
    guest.head !== null && host.head !== null && nameKey(guest.head) === nameKey(host.head);
  const at = lines.find(({ skeleton: { text, parties } }) =>
    [...text].some((ch) => {
      if (!isParty(ch)) return false;
      const { name, leader } = parties[indexOf(ch)]!;
      return [name, leader?.name ?? null].some(
        (said) => said !== null && nameKey(said) === nameKey(side.head!),
      );
    }),
  );
  // Whom the very sentence of the meeting names was there instead of the leader.
  const start = one.evidence.get("kind")?.[0]?.start;
  const own = lines.find(({ skeleton }) => skeleton.start === start)?.skeleton.words.text ?? "";
  if (guest.head !== null && !isTwice && own.includes(guest.head)) return one;
  const isTold = guest.head === null || isTwice || at !== undefined;
  if (
    !isTold ||
    (guest.head === null &&
      at === undefined &&
      !lines.some(({ skeleton }) => DELEGATION.test(skeleton.text)))
  )
    return one;
  const leader = side.people.find(({ name }) => name === side.head) ?? {
    name: side.head!,
    position: null,
  };
  const people = guest.people.filter(
    ({ name }) => name !== leader.name && !(isTwice && name === guest.head),
  );
  return { ...one, guest: { ...guest, head: leader.name, people: [leader, ...people] } };
}

/** "Đoàn", "chúng tôi", "khách": those who travel are told to be there. */
const DELEGATION =
  /(?<!\p{L})(?:đoàn|chúng tôi|khách)(?! (?:viên|kết|thanh niên))(?!\p{L})|[\uE000-\uE3FF]/u;
