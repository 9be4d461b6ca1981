import { HOME_COUNTRY } from "../../../language/places/index.ts";
import type { VisitPerson } from "../../../model/index.ts";
import { POSITIONS } from "./office-words.ts";
import type { Party } from "./party.ts";
import { nameKey } from "./person-name.ts";
import type { Skeleton } from "./skeleton.ts";
import { wordsOf } from "./tokens.ts";

/** A person as the whole article tells of them. */
export interface Person extends VisitPerson {
  readonly country: string | null;
  readonly province: string | null;
}

/** Family names that hardly any Chinese name in Vietnamese spelling begins with. */
const NATIVE = new Set(
  "nguyễn lê phạm huỳnh phan võ bùi đỗ đinh đoàn ngô trịnh mai tô giàng sùng vàng thào lò quàng tẩn chẻo bế lường lầu mùa vừ cầm tòng hầu đèo thền mào ly cà".split(
    " ",
  ),
);
/** Offices that Vietnamese papers name without the country where they mean their own. */
const OWN_OFFICE =
  /^(?:tổng bí thư|chủ tịch nước|phó chủ tịch nước|chủ tịch quốc hội|ủy viên bộ chính trị|uỷ viên bộ chính trị|ủy viên trung ương đảng|bí thư thành ủy|bí thư thành uỷ)/iu;

interface Known {
  name: string;
  position: string | null;
  country: string | null;
  province: string | null;
  heads: Set<string>;
}

/** The persons of one article, by any name or office that it uses for them. */
export interface People {
  /** Who is meant; null where the article doesn't tell or it could be several. */
  find(party: Party): Person | null;
}

/** Gathers the persons named in the sentences of an article and in its title. */
export function gatherPeople(skeletons: readonly Skeleton[]): People {
  const all: Known[] = [];
  const named = (name: string): Known[] => {
    const key = nameKey(name);
    const whole = all.filter((one) => nameKey(one.name) === key);
    if (whole.length > 0) return whole;
    const part = all.filter((one) => {
      const full = nameKey(one.name);
      return full.endsWith(` ${key}`) || full.startsWith(`${key} `);
    });
    // Who holds an office is meant, not who only shares the name.
    const holders = part.filter(({ heads }) => heads.size > 0);
    return holders.length === 1 ? holders : part;
  };
  const parties = skeletons.flatMap((skeleton) =>
    skeleton.parties.flatMap((party) => (party.leader === null ? [party] : [party, party.leader])),
  );
  const full = parties.filter(({ name }) => name !== null && /[\s-]/u.test(name));
  full.sort((a, b) => b.name!.length - a.name!.length);
  for (const party of full) {
    const [same] = named(party.name!);
    if (same === undefined)
      all.push({
        name: party.name!,
        position: null,
        country: null,
        province: null,
        heads: new Set(),
      });
  }
  const namedParties = parties.filter(({ name }) => name !== null);
  for (const party of namedParties) {
    const found = named(party.name!);
    if (found.length === 0) {
      // A name of one word counts with its office: "Thủ tướng Medvedev".
      if (party.position === null) continue;
      const one = {
        name: party.name!,
        position: null,
        country: null,
        province: null,
        heads: new Set<string>(),
      };
      found.push(one);
      all.push(one);
    }
    if (found.length > 1) continue;
    const one = found[0]!;
    if (party.position !== null) {
      if (
        one.position === null ||
        (party.position.length > one.position.length && one.country === null)
      )
        one.position = party.position;
      for (const head of headsOf(party.position)) one.heads.add(head);
    }
    if (party.country !== null && one.country === null) {
      one.country = party.country;
      one.province ??= party.province;
    }
    if (one.country === party.country) one.province ??= party.province;
  }
  // "đoàn huyện Ma Ly Pho (Vân Nam) do ông Hầu Chính Nghĩa dẫn đầu": neighbours share family names.
  const ledAbroad = new Set(
    parties.flatMap(({ leader, country }) =>
      leader?.name && country !== null && country !== HOME_COUNTRY ? [nameKey(leader.name)] : [],
    ),
  );
  for (const one of all) {
    if (ledAbroad.has(nameKey(one.name))) continue;
    const first = wordsOf(one.name).marked[0] ?? "";
    const native = NATIVE.has(first) && /\s\S+\s/u.test(one.name);
    if (
      one.country === null &&
      (native || (one.position !== null && OWN_OFFICE.test(one.position)))
    )
      one.country = HOME_COUNTRY;
  }
  return {
    find(party) {
      if (party.name !== null) {
        const found = named(party.name);
        if (found.length === 1) return toPerson(found[0]!);
        return found.length === 0 && party.position !== null
          ? {
              name: party.name,
              position: party.position,
              country: party.country,
              province: party.province,
            }
          : null;
      }
      if (party.kind !== "office" || party.position === null) return null;
      const [head] = headsOf(party.position);
      const holders = all.filter(
        (one) =>
          head !== undefined &&
          one.heads.has(head) &&
          (party.country === null || one.country === null || one.country === party.country) &&
          (party.province === null || one.province === null || one.province === party.province),
      );
      const exact = holders.filter(
        ({ country }) => party.country !== null && country === party.country,
      );
      const chosen = exact.length === 1 ? exact : holders;
      return chosen.length === 1 ? toPerson(chosen[0]!) : null;
    },
  };
}

const toPerson = ({ name, position, country, province }: Known): Person => ({
  name,
  position,
  country,
  province,
});

/** The heads of positions in a text: "Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh" → bí thư, chủ tịch. */
function headsOf(position: string): string[] {
  const { marked } = wordsOf(position);
  const heads: string[] = [];
  for (let i = 0; i < marked.length; i++) {
    const length = POSITIONS.longestAt(marked, i);
    if (length === 0) continue;
    heads.push(marked.slice(i, i + length).join(" "));
    i += length - 1;
  }
  return heads;
}
