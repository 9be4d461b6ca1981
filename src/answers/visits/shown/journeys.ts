import { comparePartialDates } from "../../../language/text/index.ts";
import type { PartialDate, Visit } from "../../../model/index.ts";

/** Meetings of one delegation that one article tells of within a few days. */
export interface Journey {
  /** The meeting of which most is known. */
  readonly main: Visit;
  /** The others, in the order of their days. */
  readonly others: readonly Visit[];
}

/** Days between meetings of one journey. */
const MOST_DAYS = 4;

const dayNumber = ({ year, month, day }: PartialDate): number | null =>
  year === null || month === null || day === null
    ? null
    : Date.UTC(year, month - 1, day) / 86_400_000;

/** How much of a visit its passages name; where a side comes from counts most. */
function known({ host, guest, date, place, sources }: Visit): number {
  const told = sources.map(({ quote }) => quote).join("\n");
  const holds = (name: string | null) => Number(name !== null && told.includes(name));
  const sides = [host, guest].map(
    ({ organisation, province, country, head }) =>
      holds(head) + 2 * Math.max(holds(organisation), holds(province), holds(country)),
  );
  return sides.reduce((sum, one) => sum + one, 0) + holds(place) + Number(date.day !== null);
}

function areOne(a: Visit, b: Visit): boolean {
  if (!a.articleIds.some((id) => b.articleIds.includes(id))) return false;
  const [one, other] = [dayNumber(a.date), dayNumber(b.date)];
  if (one === null || other === null || Math.abs(one - other) > MOST_DAYS) return false;
  const heads = new Set([a.host.head, a.guest.head].filter((head) => head !== null));
  const sides = new Set([a.host.province, a.guest.province]);
  return (
    [b.host.head, b.guest.head].some((head) => head !== null && heads.has(head)) ||
    [b.host.province, b.guest.province].every((province) => sides.has(province))
  );
}

/** Visits as journeys, in the order of the visits. */
export function journeysOf(visits: readonly Visit[]): Journey[] {
  const groups: Visit[][] = [];
  for (const visit of visits) {
    const group = groups.find((members) => members.some((member) => areOne(member, visit)));
    if (group === undefined) groups.push([visit]);
    else group.push(visit);
  }
  return groups.map((members) => {
    const main = members.reduce((best, one) => {
      const more = known(one) - known(best);
      return more > 0 || (more === 0 && comparePartialDates(one.date, best.date) < 0) ? one : best;
    });
    const others = members
      .filter((one) => one !== main)
      .sort((a, b) => comparePartialDates(a.date, b.date));
    return { main, others };
  });
}
