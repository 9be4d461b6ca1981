import { CENTRAL_OFFICE } from "./camps.ts";
import { placesOf } from "./party.ts";
import type { Side } from "./sides.ts";
import { wordsOf } from "./tokens.ts";

/** Bodies below the district share their names all over the country: "xã Đồng Văn" is not the district of that name. */
const COMMUNE = /^(?:các |hai |ba |bốn )?(?:xã|phường|thị trấn|thôn|bản)(?!\p{L})/iu;

/**
 * The province that a side itself names: in the office of its head, else in its own name. What other sentences name
 * beside it may be where it met, or the first of several provinces.
 *
 * @param home Province that the article is about, for communes; null where that is not sure.
 */
export function withOwnProvince(side: Side, home: string | null): Side {
  const { organisation, head, people, country } = side;
  const office = people.find(({ name }) => name === head)?.position ?? null;
  const commune = organisation !== null && COMMUNE.test(organisation);
  const own = provinceIn(office, country) ?? (commune ? null : provinceIn(organisation, country));
  if (own !== null) return own === side.province ? side : { ...side, province: own };
  if (commune && country === "Việt Nam" && home !== null) return { ...side, province: home };
  // A minister comes from the whole country.
  const isCentral = organisation === null && office !== null && CENTRAL_OFFICE.test(office);
  return isCentral && side.province !== null ? { ...side, province: null } : side;
}

function provinceIn(text: string | null, country: string | null): string | null {
  if (text === null) return null;
  const words = wordsOf(text);
  const named = placesOf(words, 0, words.list.length);
  return country === null || named.country === country ? named.province : null;
}
