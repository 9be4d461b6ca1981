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

/** All folded names of a place, its own among them. */
export function namesOfPlace(place: string): readonly string[] {
  return SAME_PLACE.find((group) => group.includes(place)) ?? [place];
}

/** True where two folded names are of one place, or of a country and its capital. */
export function samePlace(one: string, other: string): boolean {
  return one === other || namesOfPlace(one).includes(other);
}
