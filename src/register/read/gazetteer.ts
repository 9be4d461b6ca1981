import { unifyTonePlacement } from "../../text/fold.ts";
import { phraseSet } from "../../text/phrases.ts";

/** A known place: where it lies, in Vietnamese names. */
export interface KnownPlace {
  /** Country as records name it: "Mỹ" also for "Hoa Kỳ". */
  readonly country: string;
  /** Province, region or city of that country; null for the country itself. */
  readonly province: string | null;
  /** True for a province (or what ranks like one): the finer names say less about the side. */
  readonly rank: "country" | "province" | "town";
}

const VIETNAM_PROVINCES =
  "Hà Nội|Hải Phòng|Đà Nẵng|Cần Thơ|Huế|Thừa Thiên Huế|Lạng Sơn|Lào Cai|Cao Bằng|Hà Giang|Quảng Ninh|Lai Châu|Điện Biên|Sơn La|Bắc Kạn|Bắc Giang|Bắc Ninh|Thái Nguyên|Tuyên Quang|Yên Bái|Phú Thọ|Vĩnh Phúc|Hòa Bình|Hải Dương|Hưng Yên|Hà Nam|Thái Bình|Nam Định|Ninh Bình|Thanh Hóa|Nghệ An|Hà Tĩnh|Quảng Bình|Quảng Trị|Quảng Nam|Quảng Ngãi|Bình Định|Phú Yên|Khánh Hòa|Ninh Thuận|Bình Thuận|Kon Tum|Gia Lai|Đắk Lắk|Đắk Nông|Lâm Đồng|Bình Phước|Bình Dương|Đồng Nai|Tây Ninh|Bà Rịa - Vũng Tàu|Long An|Tiền Giang|Bến Tre|Trà Vinh|Vĩnh Long|Đồng Tháp|An Giang|Kiên Giang|Hậu Giang|Sóc Trăng|Bạc Liêu|Cà Mau";
/** Towns and gates, each behind its province. */
const VIETNAM_TOWNS: Readonly<Record<string, string>> = {
  "Lạng Sơn":
    "Đồng Đăng|Tân Thanh|Cốc Nam|Chi Ma|Văn Lãng|Cao Lộc|Lộc Bình|Đình Lập|Tràng Định|Hữu Lũng|Nà Nưa|Bình Nghi",
  "Cao Bằng": "Trà Lĩnh|Tà Lùng|Sóc Giang|Bản Giốc|Quảng Hòa|Hạ Lang|Lý Vạn",
  "Hà Giang": "Vị Xuyên|Đồng Văn|Mèo Vạc",
  "Lào Cai": "Bản Vược|Bát Xát|Mường Khương|Si Ma Cai|Sa Pa|Kim Thành",
  "Lai Châu": "Ma Lù Thàng|Phong Thổ|Mường Tè",
  "Điện Biên": "Điện Biên Phủ|A Pa Chải",
  "Quảng Ninh": "Móng Cái|Hạ Long|Hoành Mô|Bắc Phong Sinh|Hải Hà|Bình Liêu",
  "Hà Nội": "Ba Đình|Nội Bài",
  "Bà Rịa - Vũng Tàu": "Vũng Tàu",
  "Khánh Hòa": "Nha Trang|Cam Ranh",
  "Lâm Đồng": "Đà Lạt",
  "Quảng Nam": "Hội An|Mỹ Sơn",
  "TP Hồ Chí Minh": "Củ Chi|Tân Sơn Nhất",
};
const CHINA_PROVINCES =
  "Quảng Tây|Vân Nam|Quảng Đông|Hải Nam|Quý Châu|Tứ Xuyên|Hồ Nam|Hồ Bắc|Giang Tây|Phúc Kiến|Chiết Giang|Giang Tô|An Huy|Sơn Đông|Sơn Tây|Thiểm Tây|Hà Bắc|Liêu Ninh|Cát Lâm|Hắc Long Giang|Nội Mông|Tân Cương|Tây Tạng|Ninh Hạ|Cam Túc|Thanh Hải|Bắc Kinh|Thượng Hải|Thiên Tân|Trùng Khánh";
const CHINA_TOWNS: Readonly<Record<string, string>> = {
  "Quảng Tây":
    "Nam Ninh|Sùng Tả|Bằng Tường|Long Châu|Ninh Minh|Đại Tân|Thiên Đẳng|Phù Tuy|Phòng Thành Cảng|Phòng Thành|Đông Hưng|Khâm Châu|Bắc Hải|Bách Sắc|Tịnh Tây|Nà Pha|Na Pha|Đức Bảo|Quế Lâm|Liễu Châu|Ngô Châu|Hà Trì|Lai Tân|Hạ Châu|Quý Cảng|Pò Chài|Lũng Nghịu|Ái Điểm|Thủy Khẩu|Long Bang|Hữu Nghị Quan",
  "Vân Nam":
    "Côn Minh|Hồng Hà|Hà Khẩu|Mông Tự|Kim Bình|Văn Sơn|Ma Lật Pha|Mã Quan|Phú Ninh|Phổ Nhĩ|Giang Thành|Ngọc Khê|Đại Lý|Tây Song Bản Nạp|Bá Sái|Kim Thủy Hà",
  "Quảng Đông": "Quảng Châu|Thâm Quyến",
};
/** Countries: the name that records use, other names of it, then its cities and seats. */
const COUNTRIES = `
Việt Nam|CHXHCN Việt Nam;
Trung Quốc;Đại lễ đường Nhân dân
Lào;Viêng Chăn|Vientiane
Campuchia;Phnom Penh|Phnôm Pênh|Siem Reap
Thái Lan;Bangkok|Băng Cốc
Myanmar;Yangon|Naypyidaw
Malaysia;Kuala Lumpur|Putrajaya
Singapore;Istana
Indonesia;Jakarta|Bali
Philippines;Manila|Davao|Marawi
Brunei;
Đông Timor;
Nhật Bản|Nhật;Tokyo|Osaka|Hiroshima|Kyoto|Okinawa
Hàn Quốc;Seoul|Busan|Nhà Xanh
Triều Tiên|CHDCND Triều Tiên|Bắc Triều Tiên;Bình Nhưỡng
Mông Cổ;
Ấn Độ;New Delhi|Delhi
Pakistan;Islamabad
Bangladesh;Dhaka
Sri Lanka;
Nepal;
Afghanistan;Kabul
Iran;Tehran
Iraq;Baghdad
Syria;Damascus
Israel;Jerusalem
Palestine;
Saudi Arabia|Ả rập Xê út|Ả Rập Xê-út|Ả Rập Saudi|Ả Rập;Riyadh
Qatar;Doha
Kuwait;
UAE|Các Tiểu vương quốc Ả Rập Thống nhất;
Thổ Nhĩ Kỳ;Ankara|Istanbul
Nga|LB Nga|Liên bang Nga;Moscow|Moskva|Mátxcơva|Matxcơva|Saint Petersburg|Vladivostok|Sochi|Kremlin|Điện Kremlin
Ukraine;Kiev
Belarus;Minsk
Kazakhstan;
Uzbekistan;
Azerbaijan;
Armenia;
Anh|Vương quốc Anh;London
Pháp;Paris
Đức|CHLB Đức;Berlin|Hamburg
Italy|Italia|Ý;Rome|Roma
Tây Ban Nha;Madrid
Bồ Đào Nha;
Hà Lan;Amsterdam|La Hay|The Hague
Bỉ;Brussels
Luxembourg;
Thụy Sĩ;Geneva|Davos
Áo;Vienna
Thụy Điển;Stockholm
Na Uy;Oslo
Đan Mạch;Copenhagen
Phần Lan;Helsinki
Ireland;
Ba Lan;Warsaw
Séc|CH Séc|Cộng hòa Séc;Praha
Slovakia;
Hungary;Budapest
Romania;Bucharest
Bulgaria;Sofia
Hy Lạp;
Serbia;
Croatia;
Vatican;
Mỹ|Hoa Kỳ;Washington|Washington D.C|New York|Hawaii|Trân Châu Cảng|Nhà Trắng|Lầu Năm Góc|Texas|California|Florida|Virginia|Norfolk
Canada;Ottawa|Quebec
Mexico;Mexico City
Cuba;La Habana|Havana
Brazil;
Argentina;Buenos Aires
Chile;Santiago
Peru;Lima
Colombia;Cucuta
Venezuela;Caracas
Panama;
Haiti;
Australia|Úc;Canberra|Sydney|Melbourne
New Zealand;Wellington
Ai Cập;Cairo
Nam Phi;
Morocco|Ma-rốc;Rabat
Algeria;
Mozambique;
Angola;
Nigeria;
Ethiopia;
Kenya;
Tanzania;
`;

const byName = new Map<string, KnownPlace>();
/** Lower case, old tone placement, words parted by single spaces: as `terms()` gives them. */
const key = (name: string): string =>
  unifyTonePlacement(name.toLowerCase())
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, " ")
    .trim();
export const add = (
  names: string,
  country: string,
  province: string | null,
  rank: KnownPlace["rank"],
) => {
  for (const name of names.split("|"))
    if (name !== "" && !byName.has(key(name)))
      byName.set(key(name), {
        country,
        province: province ?? (rank === "country" ? null : name),
        rank,
      });
};
for (const line of COUNTRIES.trim().split("\n")) {
  const [names = "", cities = ""] = line.split(";");
  const country = names.split("|")[0]!;
  add(names, country, null, "country");
  add(cities, country, null, "town");
}
add(VIETNAM_PROVINCES, "Việt Nam", null, "province");
for (const name of [
  "TP Hồ Chí Minh",
  "Thành phố Hồ Chí Minh",
  "TP HCM",
  "TPHCM",
  "Hồ Chí Minh",
  "Sài Gòn",
])
  add(name, "Việt Nam", "TP Hồ Chí Minh", "province");
add("Thủ đô Hà Nội", "Việt Nam", "Hà Nội", "province");
add(CHINA_PROVINCES, "Trung Quốc", null, "province");
add("Khu tự trị dân tộc Choang Quảng Tây|Choang Quảng Tây", "Trung Quốc", "Quảng Tây", "province");
// Seats of state, as venues.
add(
  "Phủ Chủ tịch|Văn phòng Chính phủ|Trụ sở Chính phủ|Trụ sở Trung ương Đảng|Nhà Quốc hội|Trung tâm Hội nghị Quốc gia|Nhà khách Chính phủ",
  "Việt Nam",
  "Hà Nội",
  "town",
);
add("Dinh Độc Lập|Dinh Thống Nhất|Hội trường Thống Nhất", "Việt Nam", "TP Hồ Chí Minh", "town");
for (const [province, towns] of Object.entries(VIETNAM_TOWNS))
  add(towns, "Việt Nam", province, "town");
for (const [province, towns] of Object.entries(CHINA_TOWNS))
  add(towns, "Trung Quốc", province, "town");

const PHRASES = phraseSet(byName.keys());

/** Number of words of the longest known place that starts at `words[at]`, or 0. Words as `terms()` gives them. */
export function knownPlaceAt(words: readonly string[], at: number): number {
  return PHRASES.longestAt(words, at);
}

/** Where a known place lies, by its name in any tone placement and case; null for others. */
export function knownPlace(name: string): KnownPlace | null {
  return byName.get(key(name)) ?? null;
}

/** Lower-case names of all known places, for lookups in other spellings. */
export const KNOWN_PLACE_KEYS: readonly string[] = [...byName.keys()];

/** The first known place that a text names: "huyện Cao Lộc, tỉnh Lạng Sơn"; null where it names none. */
export function placeIn(text: string): KnownPlace | null {
  const words = key(text).split(" ");
  for (let at = 0; at < words.length; at++) {
    const length = knownPlaceAt(words, at);
    if (length > 0) return byName.get(words.slice(at, at + length).join(" "))!;
  }
  return null;
}
