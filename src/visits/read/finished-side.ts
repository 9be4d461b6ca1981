import { knownPlace, recased } from "../../language/names/index.ts";
import type { VisitPerson, VisitSide } from "../../model/index.ts";
import type { Side } from "./events/index.ts";

/** A side as a record has it: the unit that its head leads, where the text names none or only the town where they met. */
export const finished = (side: Side): VisitSide => {
  const { organisation, province, country, head, people } = side;
  const own = unitOfOffice(
    people.find(({ name }) => name === head),
    province,
  );
  // "thành phố Mông Tự", where they met, beside "Châu trưởng châu Hồng Hà", whose guests they were.
  const isElsewhere =
    own !== null && organisation !== null && UNIT.test(organisation) && !organisation.includes(own);
  const told = organisation === null || isElsewhere ? null : unshouted(organisation);
  return { organisation: told ?? own, province, country, head, people };
};

const UNIT = /^(?:thành phố|thị xã|thị|huyện|châu|quận|tp\.?|tx\.?) \p{Lu}/iu;

/** "CHÂU HỒNG HÀ", from a title, as reports write it; abbreviations stay. */
function unshouted(name: string): string {
  if (!name.includes(" ") || /\p{Ll}/u.test(name)) return name;
  const [unit] = UNIT.exec(name) ?? [];
  if (unit === undefined) return recased(name);
  const cue = unit.slice(0, -2).toLowerCase();
  return `${cue}${name.slice(cue.length).replace(/(?<=\p{L})\p{L}+/gu, (rest) => rest.toLowerCase())}`;
}

/** "Phó Thị trưởng Nam Ninh (Quảng Tây)": the town of a province whose office the head holds; null where it names none. */
function unitOfOffice(head: VisitPerson | undefined, province: string | null): string | null {
  const named = /(?:^|\s)(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}*){0,2})(?: \([^()]{1,40}\))?$/u;
  const words = named.exec(head?.position ?? "")?.[1]?.split(" ") ?? [];
  // "Châu tự trị dân tộc Hà Nhì, Di Hồng Hà": the last words are the place.
  const known = words
    .map((_, from) => knownPlace(words.slice(from).join(" ")))
    .find((place) => place !== null);
  return known?.rank === "town" && province !== null && known.province === province
    ? known.name
    : null;
}
