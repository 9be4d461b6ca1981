import { HOME_COUNTRY } from "../../../language/places/index.ts";
import type { Side } from "../events/index.ts";
import { nameKey, placesOf, wordsOf } from "../names/index.ts";
import { AWAY_OFFICE, CENTRAL_OFFICE, HOME_OFFICE } from "./camps.ts";

/** Offices that no province has, beside those of ministries. */
const NATIONAL_OFFICE = /^(?:nguyên )?(?:tổng bí thư|chủ tịch nước)/iu;
/** A country's own mission where the visit goes: its people stand beside the delegation. */
const OWN_MISSION = /(?:đại sứ quán|lãnh sự quán) (?:nước )?(?:chxhcn )?việt nam/iu;
const DELEGATION = /^(?:phái )?đoàn(?! thanh niên)(?!\p{L})/iu;
/** "trung tâm huyện A": where it was, of the district. */
const CENTRE_OF = /^(?:khu vực )?trung tâm (?=(?:huyện|thành phố|thị xã|thị trấn|xã|tỉnh) )/iu;

/**
 * Takes from both sides what can't be theirs: a head who stands on the other side too, a mission that is not the
 * delegation, a province that the head's or the body's own name contradicts.
 *
 * @param home Province that the article is about; null where that is not sure.
 */
export function ownSides(
  host: Side,
  guest: Side,
  home: string | null,
): { readonly host: Side; readonly guest: Side } {
  const twice =
    host.head !== null && guest.head !== null && nameKey(host.head) === nameKey(guest.head);
  // Who leads a delegation that is named received nobody.
  const led = twice && DELEGATION.test(guest.organisation ?? "");
  const of = (side: Side, others: boolean) =>
    withOwnProvince(withOwnBody(twice && others ? withoutHead(side) : side), home);
  return {
    host: of(host, led || isOfOthers(host)),
    guest: of(guest, !led && isOfOthers(guest)),
  };
}

/** True where the office of a side's head is not one of its country, or tells nothing. */
function isOfOthers({ head, people, country }: Side): boolean {
  const office = people.find(({ name }) => name === head)?.position ?? "";
  return country === HOME_COUNTRY
    ? AWAY_OFFICE.test(office) || !HOME_OFFICE.test(office)
    : !AWAY_OFFICE.test(office);
}

const withoutHead = (side: Side): Side => ({
  ...side,
  head: null,
  people: side.people.filter(({ name }) => name !== side.head),
});

function withOwnBody(side: Side): Side {
  const { organisation, head, country } = side;
  if (organisation === null) return side;
  if (country === HOME_COUNTRY && head !== null && OWN_MISSION.test(organisation))
    return { ...side, organisation: null };
  return { ...side, organisation: organisation.replace(CENTRE_OF, "") };
}

/** Bodies below the district share their names all over the country: "xã Đồng Văn" is not the district of that name. */
const COMMUNE = /^(?:các |hai |ba |bốn )?(?:xã|phường|thị trấn|thôn|bản)(?!\p{L})/iu;

/**
 * The province that a side itself names: in the office of its head, else in its own name. What other sentences name
 * beside it may be where it met, or the first of several provinces.
 *
 * @param home Province that the article is about, for communes; null where that is not sure.
 */
function withOwnProvince(side: Side, home: string | null): Side {
  const { organisation, head, people, country } = side;
  const office = people.find(({ name }) => name === head)?.position ?? null;
  const commune = organisation !== null && COMMUNE.test(organisation);
  const own = provinceIn(office, country) ?? (commune ? null : provinceIn(organisation, country));
  if (own !== null) return own === side.province ? side : { ...side, province: own };
  if (commune && country === HOME_COUNTRY && home !== null) return { ...side, province: home };
  // A minister comes from the whole country.
  const isCentral =
    organisation === null &&
    office !== null &&
    (CENTRAL_OFFICE.test(office) || NATIONAL_OFFICE.test(office));
  return isCentral && side.province !== null ? { ...side, province: null } : side;
}

function provinceIn(text: string | null, country: string | null): string | null {
  if (text === null) return null;
  const words = wordsOf(text);
  const named = placesOf(words, 0, words.list.length);
  return country === null || named.country === country ? named.province : null;
}
