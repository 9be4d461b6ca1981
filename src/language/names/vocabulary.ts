import { placeKeysOf, placeRows } from "../places/index.ts";
import { fold, phraseSet } from "../text/index.ts";

export { FOLDED_SURNAMES, PLAIN_SURNAMES, SURNAMES } from "../text/index.ts";

/**
 * Word lists for reading names in Vietnamese reports. All entries are lower case, with marks, in the
 * old tone placement (as `terms()` gives them); matching is by whole words.
 */

/** Heads of positions. The longest one that fits is taken. */
export const POSITION_HEADS: readonly string[] = (
  "tổng bí thư|phó bí thư thường trực|phó bí thư|bí thư thứ nhất|bí thư|ủy viên bộ chính trị|" +
  "ủy viên ban thường vụ|ủy viên dự khuyết trung ương đảng|ủy viên dự khuyết|ủy viên trung ương đảng|" +
  "ủy viên thường vụ|ủy viên|chủ tịch nước|phó chủ tịch nước|chủ tịch quốc hội|phó chủ tịch quốc hội|" +
  "chủ tịch hạ viện|chủ tịch thượng viện|chủ tịch hội đồng liên bang|phó chủ tịch thường trực|phó chủ tịch|" +
  "chủ tịch danh dự|chủ tịch|phó thủ tướng thường trực|phó thủ tướng|thủ tướng|phó tổng thống|tổng thống|" +
  "bộ trưởng|nữ bộ trưởng|thứ trưởng thường trực|thứ trưởng|ngoại trưởng|quốc vụ khanh|đại sứ đặc mệnh toàn quyền|" +
  "đại sứ|phó tổng lãnh sự|tổng lãnh sự|lãnh sự|công sứ|tham tán công sứ|tham tán thương mại|tham tán|" +
  "bí thư thứ hai|phó thị trưởng thường trực|phó thị trưởng|thị trưởng|thống đốc|phó thống đốc|tỉnh trưởng|" +
  "phó tỉnh trưởng|châu trưởng|phó châu trưởng|huyện trưởng|phó huyện trưởng|khu trưởng|trưởng đoàn|" +
  "phó trưởng đoàn|trưởng ban|phó trưởng ban|trưởng ban chỉ đạo|phó trưởng ban chỉ đạo|trưởng ban quản lý|" +
  "trưởng ban tổ chức|phó trưởng ban quản lý|trưởng phái đoàn|trưởng đặc khu|đặc khu trưởng|phó giám đốc|giám đốc|" +
  "tổng giám đốc|phó tổng giám đốc|phó cục trưởng|cục trưởng|phó vụ trưởng|vụ trưởng|phó chánh văn phòng|" +
  "chánh văn phòng|chủ nhiệm văn phòng chính phủ|phó chủ nhiệm|chủ nhiệm|tổng thư ký|phó tổng thư ký|thư ký|" +
  "tổng biên tập|phó tổng biên tập|người phát ngôn|phát ngôn viên|cố vấn an ninh|cố vấn|đặc phái viên|phái viên|" +
  "chính ủy|phó chính ủy|tư lệnh|phó tư lệnh|chỉ huy trưởng|phó chỉ huy trưởng|tham mưu trưởng|" +
  "phó tham mưu trưởng|tổng tham mưu trưởng|thủ lĩnh|lãnh tụ|quốc vương|hoàng hậu|nữ hoàng|nhật hoàng|hoàng đế|" +
  "công chúa kế vị|công chúa|hoàng tử|thái tử|thái thú|đệ nhất phu nhân|phu nhân|tổng thanh tra|thanh tra|" +
  "viện trưởng|phó viện trưởng|hiệu trưởng|phó hiệu trưởng|chủ nhiệm ủy ban|chánh án|viện sĩ|đại biểu|nghị sĩ|" +
  "thượng nghị sĩ|hạ nghị sĩ|trợ lý|tổng đốc|toàn quyền|nhà lãnh đạo|lãnh đạo|trưởng btg|phó trưởng btg|" +
  "trưởng btc|phó trưởng btc|trưởng bdv|phó trưởng bdv|uvbch|uvbtv|uvtv|uvbct|pct|pbt|pgđ|trạm trưởng|" +
  "phó trạm trưởng|tổng cục trưởng|phó tổng cục trưởng|trưởng công an|phó trưởng công an|trưởng phòng|" +
  "phó trưởng phòng|chính trị viên|đồn trưởng|phó đồn trưởng|đô trưởng|phó đô trưởng|hội trưởng|phó hội trưởng|" +
  "chi đội trưởng|phó chi đội trưởng|quan trưởng|phó quan trưởng|hải quan trưởng|phó hải quan trưởng|" +
  "kiểm sát trưởng|phó kiểm sát trưởng|phó chánh án|trấn trưởng|phó trấn trưởng|phó huyện trưởng thường trực|" +
  "phó châu trưởng thường trực|phó tỉnh trưởng thường trực|nhà vua|vua|tân bộ trưởng|tân thủ tướng|tân tổng thống|" +
  "chi cục trưởng|quận trưởng|phó chánh thanh tra|chánh thanh tra|" +
  "chánh tòa|phó chánh tòa|phó tổng trạm trưởng|tổng trạm trưởng|đoàn trưởng|phó đoàn trưởng|trưởng trạm|" +
  "phó trưởng trạm|trưởng đồn|phó trưởng đồn|trưởng ty|phó trưởng ty|tổng đội trưởng|phó tổng đội trưởng|" +
  "đại đội trưởng|tiểu đoàn trưởng|trung đoàn trưởng|lữ đoàn trưởng|sư đoàn trưởng|phó chính trị viên|" +
  "phó chủ nhiệm chính trị|tùy viên quốc phòng|tùy viên quân sự|phó đại sứ|phó khu trưởng|phó tham tán|" +
  "trưởng khoa|phó trưởng khoa|phó đại diện|trưởng đại diện|trưởng văn phòng|phó trưởng văn phòng|phó đô đốc|" +
  "thẩm phán|kiểm sát viên|tổng lãnh sự danh dự|phó quận trưởng|hạt trưởng|phó trưởng|phó giám thị|" +
  "trạm trưởng trạm|phó chi cục trưởng|cục phó|trưởng khu|trưởng phái bộ|đại biện lâm thời|đại biện|trưởng bnc|" +
  "phó trưởng bnc|chính trị viên phó|đội trưởng|phó đội trưởng|chủ nhiệm nhân đại|phó chủ nhiệm nhân đại|" +
  "thủ trưởng|" +
  "ủy viên quốc vụ|người đồng cấp|người đồng nhiệm|nhà ngoại giao|nữ thủ tướng|nữ tổng thống|giáo hoàng|" +
  "nguyên thủ|thị ủy viên|tỉnh ủy viên|thành ủy viên|huyện ủy viên|khu ủy viên|châu ủy viên|quận ủy viên|" +
  "đảng ủy viên|quyền tổng thống|quyền chủ tịch|quyền bộ trưởng|quyền viện trưởng|quyền giám đốc|quyền bí thư|" +
  "quyền cục trưởng|quyền thị trưởng|quyền châu trưởng|quyền huyện trưởng|quyền chủ nhiệm|quyền trưởng ban|" +
  "quyền đại sứ|quyền tổng lãnh sự|quyền tỉnh trưởng|quyền chánh án|quyền hiệu trưởng|quyền trưởng phòng"
).split("|");

/** Words before a person's name that say that a person follows. */
export const HONORIFICS: readonly string[] =
  "ông|bà|anh|chị|đồng chí|đ/c|ngài|cô|tiến sĩ|giáo sư|phó giáo sư|thạc sĩ|bác sĩ|kỹ sư|luật sư|nhà báo|phóng viên|đại tướng|thượng tướng|trung tướng|thiếu tướng|chuẩn tướng|tướng|đô đốc|phó đô đốc|đại tá|thượng tá|trung tá|thiếu tá|đại úy|thượng úy|trung úy|thiếu úy|cựu chiến binh|tỷ phú|ứng viên|học giả|chuyên gia|nhà văn|ca sĩ|mục sư|giám mục|giáo hoàng|hòa thượng|linh mục".split(
    "|",
  );

/** Words before a name that say that a place follows. */
export const PLACE_CUES: readonly string[] =
  "tỉnh|thành phố|tp|thị xã|thị trấn|huyện|quận|xã|phường|thôn|bản|đảo|quần đảo|bán đảo|bang|tiểu bang|nước|vùng|khu vực|khu|châu|địa khu|cửa khẩu quốc tế|cửa khẩu|lối thông quan|lối mở|mốc|sân bay quốc tế|sân bay|cảng|ga|cầu|sông|núi|đường|phố|quảng trường|cao điểm|căn cứ|nghĩa trang|bảo tàng|chùa|đền|nhà thờ|cung điện|cung|dinh|phủ|khách sạn|nhà khách|trung tâm hội nghị|hội trường|trụ sở|tòa nhà|bệnh viện|viện|trường|đại học|học viện|công viên|khu di tích|di tích|thủ đô|thủ phủ|đặc khu hành chính|khu tự trị|thị|chợ|hồ|vịnh|biển|làng".split(
    "|",
  );

/** Prepositions after which a name is a place more often than not. */
export const PLACE_PREPOSITIONS: readonly string[] =
  "tại|ở|đến|tới|sang|về|từ|qua|rời|khỏi|thăm|vào|ra|đi".split("|");

/** Words that begin the name of an organisation. */
export const ORGANISATION_HEADS: readonly string[] =
  "btg|btc|bdv|bnc|ubkt|ubnd|hđnd|ubmttq|liên đoàn lao động|liên đoàn|tổng liên đoàn|tổng công hội|công hội|công đoàn|tỉnh đoàn|thành đoàn|huyện đoàn|đoàn thanh niên|hội liên hiệp|liên hiệp hội|lđlđ|tand|vksnd|đảng ủy|đảng bộ|quận ủy|ban quản lý|kho bạc|ủy ban nhân dân|hội đồng nhân dân|ủy ban|tỉnh ủy|thành ủy|huyện ủy|khu ủy|thị ủy|châu ủy|chính phủ|quốc hội|bộ|sở|cục|vụ|ban|đại sứ quán|đsq|tổng lãnh sự quán|lãnh sự quán|hội đồng|mặt trận tổ quốc|công ty|tập đoàn|tổng công ty|ngân hàng|hiệp hội|liên hiệp|liên minh|hội|đảng|đoàn đại biểu|đoàn công tác|phái đoàn|đoàn|trung tâm|văn phòng|tòa án|viện kiểm sát|công an|hải quan|bộ đội biên phòng|biên phòng|quân khu|quân đội|cơ quan|tổ chức|quỹ|báo|đài|thông tấn xã|học viện|trường đại học|trường tiểu học|trường|đại học|viện|bệnh viện|khu hợp tác|ty công an|tổng đội|chi đội|tổng trạm|chi cục|tổng cục|phòng|nhân đại|chính hiệp".split(
    "|",
  );

/** Countries, as newspapers name them. */
export const COUNTRIES: ReadonlySet<string> = new Set(
  placeRows()
    .filter(({ rank }) => rank === "country")
    .flatMap(placeKeysOf),
);

/** Places whose names would else look like persons or stand before a person's name. */
export const KNOWN_PLACES: readonly string[] = [
  ...new Set(
    placeRows()
      .filter(({ needsCue, rank }) => !needsCue && rank !== "site")
      .flatMap(placeKeysOf),
  ),
];

/** Vietnamese words for small and large numbers. */
export const NUMBER_WORDS: ReadonlySet<string> = new Set(
  "một hai ba bốn tư năm lăm sáu bảy tám chín mười mươi mốt trăm nghìn ngàn vạn triệu tỷ tỉ chục nửa rưỡi đôi".split(
    " ",
  ),
);

/** Multipliers and units that belong to the number before them. */
export const NUMBER_TAILS: ReadonlySet<string> = new Set(
  "trăm nghìn ngàn vạn triệu tỷ tỉ chục rưỡi usd đô vnd đồng euro eur won yên nhân dân tệ km m kg tấn ha % phần người lượt".split(
    " ",
  ),
);

/** Words behind a number that end what is counted: "4 tỉnh của Việt Nam". */
export const NEVER_COUNTED: ReadonlySet<string> = new Set(
  "của và với cho các những đã đang sẽ có được bị thì mà để khi này đó vào ra trong ngoài tại ở về từ đến tới do bởi theo trên dưới giữa cùng là gồm".split(
    " ",
  ),
);

export const POSITIONS = phraseSet(POSITION_HEADS);
export const HONORIFIC = phraseSet(HONORIFICS);
/** Whatever stands before somebody's name, folded. */
export const FOLDED_TITLES = phraseSet([...HONORIFICS, ...POSITION_HEADS].map(fold));
export const CUES = phraseSet(PLACE_CUES);
export const PLACES = phraseSet(KNOWN_PLACES);
/** The same names, folded. */
export const FOLDED_PLACE_NAMES: ReadonlySet<string> = new Set(KNOWN_PLACES.map(fold));
export const FOLDED_PLACES = phraseSet(FOLDED_PLACE_NAMES);
/** Those of two words and more: one word alone is an everyday word once its marks and capital are gone (nga, anh, lao, duc). */
export const LONG_FOLDED_PLACES = phraseSet(
  [...FOLDED_PLACE_NAMES].filter((name) => name.includes(" ")),
);
export const ORGANISATIONS = phraseSet(ORGANISATION_HEADS);
/** Parts of an office's name that begin with a capital. */
export const RANKS = phraseSet(
  "trung ương đoàn|trung ương hội|tw đảng|tw đoàn|tw hội|tư đảng|tư đoàn|tư hội|t ư đảng|t ư đoàn|t ư hội|thường trực|thường vụ|ban thường vụ|trung ương đảng|trung ương đảng cộng sản|đảng cộng sản|cộng sản|đảng|cộng hòa nhân dân|cộng hòa dân chủ nhân dân|cộng hòa xã hội chủ nghĩa|cộng hòa|vương quốc|liên bang|nhà nước|chính phủ|chính quyền nhân dân|chính quyền|dân tộc choang|dân tộc|đối ngoại|ngoại giao|quốc phòng|tài chính".split(
    "|",
  ),
);
