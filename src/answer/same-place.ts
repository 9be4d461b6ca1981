/** Names of the same place, folded. */
const SAME_PLACE: readonly (readonly string[])[] = [
  ["my", "hoa ky", "washington"],
  ["uc", "australia", "canberra"],
  ["nhat", "nhat ban", "tokyo"],
  ["nga", "lien bang nga", "moskva", "moscow"],
  ["anh", "vuong quoc anh", "london"],
  ["y", "italy", "rome", "roma"],
  ["phap", "paris"],
  ["duc", "berlin"],
  ["trung quoc", "bac kinh", "viet trung", "trung hoa"],
  ["trieu tien", "bac trieu tien", "binh nhuong"],
  ["han quoc", "seoul", "han viet"],
  ["lao", "vien chan", "vieng chan", "vientiane"],
  ["viet nam", "ha noi", "viet"],
  ["sec", "cong hoa sec", "praha"],
  ["lien hop quoc", "lien hiep quoc"],
  ["tp hcm", "thanh pho ho chi minh", "ho chi minh", "sai gon"],
  ["ma cao", "macau"],
];

/** Capitals that stand for their country in reports; one that is asked for itself must be named itself. */
const CAPITALS = new Set(
  "washington|canberra|tokyo|moskva|moscow|london|rome|roma|paris|berlin|bac kinh|binh nhuong|seoul|vien chan|vieng chan|vientiane|praha".split(
    "|",
  ),
);

/** The folded names under which an article may tell of a place: a country also by its capital, not the other way round. */
export function namesFor(place: string): readonly string[] {
  const names = SAME_PLACE.find((group) => group.includes(place)) ?? [place];
  return CAPITALS.has(place) ? names.filter((name) => CAPITALS.has(name)) : names;
}

/** True where two folded names are of one place, or of a country and its capital. */
export function samePlace(one: string, other: string): boolean {
  return one === other || SAME_PLACE.some((group) => group.includes(one) && group.includes(other));
}
