import { HOME_COUNTRY } from "../../language/places/index.ts";
import type { CombinedMeeting } from "./combine.ts";
import type { Side } from "./events/index.ts";
import { CENTRAL_OFFICE, type Story } from "./meetings/index.ts";

/** Who stands for the whole country comes from none of its provinces. */
const OF_THE_COUNTRY = /đại sứ|lãnh sự|tham tán|đại biện|công sứ|tổng bí thư|chủ tịch nước/iu;

/**
 * Sides of which only the country is told, with the one province of it that the article names: "Thị trưởng A" of a
 * report on Quảng Tây alone is of Quảng Tây. Where it names two provinces of the country, nobody knows which.
 */
export function withSoleProvince(
  told: readonly CombinedMeeting[],
  { lines }: Story,
): CombinedMeeting[] {
  const provinces = new Map<string, Set<string>>();
  for (const { skeleton } of lines)
    for (const { country, province } of [...skeleton.parties, ...skeleton.places])
      if (country !== null && country !== HOME_COUNTRY && province !== null)
        provinces.set(country, (provinces.get(country) ?? new Set()).add(province));
  const filled = (side: Side): Side => {
    const { country, province, organisation, head, people } = side;
    const known = country === null ? undefined : provinces.get(country);
    if (province !== null || organisation !== null || head === null || known?.size !== 1)
      return side;
    const office = people.find(({ name }) => name === head)?.position ?? "";
    if (OF_THE_COUNTRY.test(office) || CENTRAL_OFFICE.test(office)) return side;
    return { ...side, province: [...known][0]! };
  };
  return told.map((one) => ({ ...one, host: filled(one.host), guest: filled(one.guest) }));
}
