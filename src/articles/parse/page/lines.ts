/** What single lines of a pasted page are. Every test looks at one normalised line alone. */

const IMAGE_FILE =
  /^[^/\\:*?"<>|\n]{1,120}\.(?:jpe?g|png|gif|webp|bmp|svg|avif|heic|jfif|tiff?)(?:\?\S*)?$/iu;
const STOP = /[.!?…。！？](?:["”’»)\]]+|\s?["”])?$/u;

const JUNK: readonly RegExp[] = [
  // Font size and contrast controls.
  /^\p{L}{1,2}(?:\s?[+-]\s?\p{L}{0,2}){1,4}$/u,
  /^(?:a[-+]?\s*){2,4}(?:$|\|)/iu,
  /^(?:cỡ chữ|tăng|giảm)(?: (?:cỡ chữ|tương phản|tăng|giảm))*(?:\s*[|:a+-]+)?$/iu,
  // Counters: `65 lượt xem`, `Lượt xem: 1.024`, `3 bình luận`, `Đã xem 12`.
  /^(?:số )?\d[\d.,]*\s*(?:lượt (?:xem|đọc|truy cập|thích|nghe)|views?|bình luận|likes?|chia sẻ|đánh giá)$/iu,
  /^(?:số )?(?:lượt (?:xem|đọc|truy cập)|đã xem|xem|views?|bình luận|đang online|tổng truy cập)[\s:(]{0,4}\d[\d.,]*\)?$/iu,
  // Share bars: a line made of nothing but names of networks.
  /^(?:(?:fb|yt|zl|tw|ig|in|facebook|twitter|zalo|youtube|tiktok|telegram|instagram|linkedin|pinterest|messenger|viber|google\+?|x|email|print|rss|copy link|share|like|tweet)[\s,|•·/]*)+(?:\d+)?$/iu,
  /^(?:chia sẻ\s{0,4}:?|chia sẻ (?:bài viết|lên|qua|trên|facebook|zalo).{0,32}|theo dõi (?=.{0,30} trên ).{0,58}|(?:sao chép|copy) (?:liên kết|link|đường dẫn)\s{0,4}:?)$/iu,
  // Buttons.
  /^(?:in (?:bài viết|bài|trang|ấn)|bản in|gửi (?:email|mail|bài viết|bình luận|cho bạn bè)|lưu (?:bài|tin)|quay lại|trở lại|về đầu trang|lên đầu trang|đăng nhập|đăng ký|đăng xuất|tìm kiếm|tìm kiếm nâng cao|menu|trang chủ|home|liên hệ|sơ đồ (?:site|trang|cổng)|thư viện (?:ảnh|video)|hỏi đáp|rss|tiếng việt|english|中文|nghe (?:đọc )?(?:bài|báo|tin)(?: viết)?|phát|tạm dừng|play|pause|mặc định|lớn hơn|xem (?:thêm|tiếp|ảnh|video|bản đồ)|đóng|hủy|huỷ|gửi|bình luận|ý kiến(?: bạn đọc)?|bạn đọc|viết bình luận|đánh giá bài viết|click để đánh giá|theo dõi|trước|sau|tiếp|tiếp theo|advertisement|quảng cáo)(?: \(\d+\))?\s*[»›>]*$/iu,
  // Imprint and notices at the foot.
  /^(?:©|\(c\)|copyright|bản quyền|giấy phép|gp(?:xb)? số|tổng biên tập|phó tổng biên tập|cơ quan (?:chủ quản|ngôn luận)|chịu trách nhiệm|trụ sở|toà soạn|tòa soạn|địa chỉ\s*:|điện thoại\s*:|đt\s*:|tel\s*:|fax\s*:|hotline|email\s*:|thư điện tử\s*:|website\s*:|thiết kế (?:bởi|và)|phát triển bởi|ghi rõ nguồn|vui lòng ghi rõ)/iu,
  /^(?:vui lòng )?(?:nhập|để lại) .{0,30}(?:bình luận|email|mã xác nhận).{0,20}$/iu,
  /^(?:tổng số điểm|click để đánh giá|theo dõi .{0,40} trên|bản quyền|cấm sao chép|tổng đài|đường dây nóng|đăng ký nhận tin|(?:[*•►▶»–-]\s)?mời (?:quý |các )?(?:bạn đọc|độc giả)|(?:quý )?(?:bạn đọc|độc giả) (?:có thể|gửi|vui lòng)|(?:trở|quay) (?:lại|về) )/iu,
  /^(?:đọc|xem) (?:tiếp|thêm|toàn bộ|chi tiết|bản đầy đủ)[^.!?]{0,40}$/iu,
  // The same on Chinese pages: editors, neighbours in the list, imprint, buttons.
  /^[(（【[]?(?:责任编辑|责编|编辑|校对|审核|编审|记者|通讯员|作者|摄影|文[/／]|图[/／]|上一篇|下一篇|上一条|下一条|版权所有|主办|承办|技术支持|网站标识码|备案号|您是第|分享到|扫一扫|打印|关闭|字号|字体|浏览次数|点击量|首页)[:：\s/／|【\p{L}(（].{0,120}$/u,
  /^(?:打印|关闭|分享|收藏|首页|返回|返回顶部|更多|热点|要闻|专题|视频|图片)(?:[\s|】【]{1,3}(?:打印|关闭|分享|收藏|首页|返回|返回顶部|更多|微信|微博))*$/u,
  // Hashtags.
  /^(?:#[\p{L}\p{M}\p{N}_][^#]{0,50}){1,12}$/u,
  // Rests of markup and lone signs.
  /^[\p{P}\p{S}\d\s]{1,12}$/u,
];

const BREADCRUMB =
  /^(?:当前位置|您的位置|您现在的位置)[:：].{2,80}$|^[>»›\s]{0,4}[^.!?>»›]{2,40}(?:[>»›]{1,2}[^.!?>»›]{2,60})+[>»›]?$/u;
const RELATED =
  /^[\p{P}\p{S}\s]*(?:(?:có thể )?bạn (?:có thể )?quan tâm|đang được quan tâm|(?:tin |sự kiện )?(?:sự kiện|ảnh|video) ?[-–&] ?(?:sự kiện|ảnh|video|bình luận)|(?:văn bản|thông báo|tin ảnh|thông tin) (?:mới|nổi bật|cần biết)|tin nóng|(?:các )?(?:tin|bài)(?: viết| bài| tức)? (?:cùng (?:chuyên mục|loại|chủ đề|thể loại|sự kiện)|liên quan|khác|mới(?: nhất| hơn| đăng)?|cũ hơn|đã (?:đưa|đăng)|nổi bật|đọc nhiều|xem nhiều|tiêu điểm|nên đọc)|cùng (?:chuyên mục|chủ đề|tác giả|sự kiện)|đọc nhiều(?: nhất)?|xem nhiều(?: nhất)?|đọc thêm|xem thêm|xem tiếp|đọc tiếp|đừng bỏ lỡ|mới (?:cập nhật|nhất)|tiêu điểm|nổi bật|liên quan|chủ đề liên quan|video (?:nổi bật|liên quan|mới)|tin tài trợ|sự kiện (?:liên quan|nổi bật)|bạn có thể thích|related (?:news|posts|articles)|(?:more|other) (?:news|stories)|相关(?:文章|阅读|新闻|链接|报道)|推荐阅读|延伸阅读|热门(?:文章|新闻|推荐)|猜你喜欢)(?: \(\d+\))?[\p{P}\p{S}\s]*$/iu;
const READ_MORE =
  /^[>»›►▶•*+\s-]*(?:xem thêm|đọc thêm|mời (?:bạn )?(?:đọc|xem)(?: thêm)?|bài liên quan|tin liên quan)\s{0,4}[:>»]\s{0,4}\S|^[»›►▶•*+\s-]*>>\s{0,4}[:>»]\s{0,4}\S|^>\s?>\s?\S|^»\s*\S/iu;
/** The title of another article behind its label. */
const OTHER_ARTICLE =
  /^[^\p{L}]{0,3}(?:bài khác|tin khác|bài viết khác|cùng tác giả|cùng chuyên mục|(?:tin|bài) (?:cùng (?:chuyên mục|chuyên đề|chủ đề|mục|sự kiện)|trước|sau|đã (?:đưa|đăng)|nóng|mới)|nổi bật|bạn có thể (?:thích|quan tâm)|có thể bạn quan tâm|other news|read more|see also|related|推荐阅读|相关阅读|延伸阅读|上一[篇条]|下一[篇条])\s?[:：]\s?\S/iu;
/** A summary with its button behind it: "…; hai bên ký kế hoạch... Xem tiếp". */
const GOES_ON_ELSEWHERE =
  /(?:\.\.\.?|…|\.) ?\[?(?:xem|đọc) (?:tiếp|thêm|chi tiết)\]? ?[»›>]{0,2}$/iu;
/** Titles side by side: "Đoàn A thăm B | Tàu hỏa đông khách". */
const TITLES =
  /^\p{Lu}[^.!?|·]{11,120} [|·] \p{Lu}[^.!?|·]{7,120}(?: [|·] \p{Lu}[^.!?|·]{7,120})*$/u;
const READ_MORE_TITLE = /^(?:Xem|Đọc|XEM|ĐỌC) (?:thêm|THÊM) ["“']?\p{Lu}/u;
const KEYWORDS =
  /^[\p{P}\p{S}\s]{0,4}(?:từ kh(?:oá|óa|oa)|tags?|thẻ|chủ đề|nhãn)(?:\s*:.*|[\s:]*)$/iu;
const SOURCE =
  /^\(?(?:theo|nguồn(?: tin| bài)?|trích)\s{0,4}(?::\s{1,4}|\s)([^.!?;]{2,60}(?:\.[a-z]{2,6})*)\)?\.?$/iu;
const URL_LINE =
  /^(?:(?:nguồn|link(?: gốc| bài)?|url|đường dẫn|xem tại|theo)\s{0,4}(?::\s{0,4})?)?(https?:\/\/\S+)$/iu;
const PORTAL =
  /^(?:(?:cổng|trang) (?:thông tin|tin|ttđt|tttđt)|tạp chí|đài (?:phát thanh|truyền hình|pt)|thông tấn xã|cơ quan của)/iu;
const NEWSPAPER = /^(?:Báo|BÁO) (?:điện tử )?\p{Lu}/u;
const PUBLISHER =
  /^[^.!?]{2,60}\s[-–|]\s(?:cơ quan của|cơ quan ngôn luận|chuyên trang|tin nhanh|tin tức|cơ quan chủ quản)/iu;
const OFFICE =
  /^(?:sở|bộ|ban|ubnd|hđnd|uỷ ban|ủy ban|tỉnh ủy|tỉnh uỷ|thành ủy|văn phòng|cục|tổng cục|vụ|chi cục|huyện|thành phố|tỉnh|phòng) /iu;

/** What headlines tell of offices. */
const DOES =
  /(?<!\p{L})(?:tiếp|đón|thăm|gặp|họp|ký|dự|trao|tặng|làm|hội đàm|hội nghị|tổ chức|tham gia|tham dự|triển khai|thông báo|với|về|công bố|khai mạc|phối hợp|trao đổi|ban hành|kết nối)(?!\p{L})/iu;

/** What buttons, counters and share bars are made of, the longer ones first. */
const CONTROLS = new RegExp(
  `(?<![\\p{L}\\p{M}])(?:${[
    "chia sẻ bài viết|chia sẻ|sao chép liên kết|copy link|gửi cho bạn bè|gửi bình luận|gửi email|gửi mail|viết bình luận|góp ý|bình luận của bạn|ý kiến của bạn|ý kiến bạn đọc|ý kiến|bình luận|phản hồi",
    "in trang|in bài viết|in bài|bản in|lưu bài viết|lưu bài|lưu tin|nghe bài viết|nghe bài|đọc bài viết|nghe đọc bài|xem bài đầy đủ|xem đầy đủ|xem bản đầy đủ|các tin bài khác|các tin|tin khác|bài khác|tin bài khác",
    "tăng tương phản|tương phản|cỡ chữ|kích thước chữ|phông chữ|lượt xem|lượt đọc|lượt truy cập|lượt|lần xem|views?|đã xem",
    "tổng số điểm của bài viết là|đánh giá bài viết|click để đánh giá bài viết|đánh giá|trong|điểm|sao",
    "facebook|zalo|twitter|youtube|telegram|linkedin|pinterest|messenger|tiktok|instagram|google news|google|fb|tw|ig|yt|mail|email|print|share|tweet|like|thích|rss",
    "họ và tên|họ tên|mã xác nhận|nội dung|trang chủ|trang nhất|liên hệ|trước|sau|đóng|gửi|theo dõi|contact us|a|in|x",
  ].join("|")})(?![\\p{L}\\p{M}])`,
  "giu",
);
const MENU_PART = /\s{0,9}[|•·]\s{0,9}/u;
/** A picture in a text: its mark in brackets, with the name of its file or the caption behind it. */
const PICTURE_MARK =
  /^[[(]\s?(?:ảnh|hình|hình ảnh|photo|image|img|chú thích|chú thích ảnh|video|clip)\s?\d{0,3}\s?(?:[:\])]|$)/iu;

const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fff;

/** Number of syllables of a line: runs of characters between single spaces; of Chinese each character. */
export function syllableCount(line: string): number {
  if (line === "") return 0;
  let count = 1;
  for (let at = line.indexOf(" "); at >= 0; at = line.indexOf(" ", at + 1)) count += 1;
  let han = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code >= FIRST_HAN && code <= LAST_HAN) han += 1;
  }
  return han === 0 ? count : count - 1 + han;
}

/** True where a line ends as a sentence does. */
export function endsWithStop(line: string): boolean {
  return STOP.test(line);
}

/** Running text of the report rather than a title, label or caption. */
export function isProse(line: string): boolean {
  const size = syllableCount(line);
  if (isMenu(line) || isPictureMark(line)) return false;
  return size >= 40 || (size >= 9 && /[.…。](?:["”’»)\]]+|\s?["”])?$/u.test(line));
}

/** A line that is nothing but the name of an image file. */
export function isImageFile(line: string): boolean {
  return IMAGE_FILE.test(line) && syllableCount(line) <= 8;
}

/** A line of nothing but buttons, counters and names of networks: "Chia sẻ: fb | tw", "Bình luận (0) In bài". */
function isControls(line: string): boolean {
  if (line.length > 160) return false;
  const rest = line.replace(CONTROLS, "");
  return rest !== line && !/[\p{L}\p{M}]/u.test(rest);
}

/** Short names side by side: the sections of a site. */
function isMenu(line: string): boolean {
  const parts = line.split(MENU_PART).filter((part) => part !== "");
  if (parts.length < 2 || /\d{4}/u.test(line) || endsWithStop(line)) return false;
  const most = parts.length === 2 ? 6 : parts.length === 3 ? 8 : 12;
  return parts.every((part) => syllableCount(part) <= most);
}

/** A line that stands for a picture, or is its caption in brackets. */
export function isPictureMark(line: string): boolean {
  if (/^(?:ảnh|hình|photo) ?\d{0,3} ?: ?\S/iu.test(line)) return true;
  if (/^\[[^[\]]{1,80}\.(?:jpe?g|png|gif|webp)\]/iu.test(line)) return true;
  return (
    PICTURE_MARK.test(line) ||
    /^\[[^[\]]{12,300}\]$/u.test(line) ||
    /^\| ?[^|]{12,300} ?\|$/u.test(line)
  );
}

/** Page furniture that is never part of an article: controls, counters, share bars, buttons, imprint. */
export function isJunk(line: string): boolean {
  if (isMenu(line) || GOES_ON_ELSEWHERE.test(line) || TITLES.test(line)) return true;
  if (line.length > 240) return false;
  if (isControls(line)) return true;
  if (OTHER_ARTICLE.test(line)) return true;
  if (READ_MORE.test(line) || (READ_MORE_TITLE.test(line) && !endsWithStop(line))) return true;
  return JUNK.some((pattern) => pattern.test(line));
}

/** Labels of buttons, lists of other articles and credits at the beginning of a line, with nothing but their objects behind. */
const LABEL =
  /^[\s[(]{0,3}(?:trang chủ|tags?|từ kh(?:óa|oá)|xem thêm|đọc thêm|đọc tiếp|mời (?:xem|đọc) thêm|(?:các )?(?:tin|bài)(?: viết)? (?:đọc tiếp|liên quan|khác|cùng (?:chuyên mục|chuyên đề|chủ đề|mục|sự kiện)|trước|sau|đã (?:đưa|đăng)|cũ hơn|mới hơn|nổi bật|đọc nhiều)(?= ?[:|»]|$)|có thể bạn|bạn có thể|cùng tác giả|other news|read more|related news|ý kiến bạn đọc|gửi (?:bình luận|email|phản hồi)|lượt (?:xem|truy cập)|lưu bài|cỡ chữ|đánh giá bài|thống kê truy cập|liên kết website)(?![\p{L}\p{M}])/iu;
/** The same words begin sentences: they label only before a colon, a list or the end. */
const LABEL_WITH_STOP =
  /^[\s[(]{0,3}(?:chia sẻ|bình luận|phản hồi|theo dõi|thích|nguồn|gửi|ý kiến|liên kết|thống kê)\s{0,3}(?:[:,|\]»›]|$|facebook|zalo|twitter|\d)/iu;
const SIGN = /^\s{0,9}(?:[»›>|#©★]|https?:|www\.|\[[^\]]{2,20}\] \[)|\|[^|\n]{1,60}\|/iu;
const AGENCY =
  /^\(?(?:(?:theo|nguồn):? )?(?:TTXVN|PV|VOV|VNA|BTV|CTV|BBT)\)?(?: ?[(–-] ?(?:tổng hợp|t\/h|TTXVN)\)?)?\.?$/iu;
/** The name of a picture with at most a label; with more behind it, it is the caption of one. */
const IMAGE_NAME = /^.{0,80}\.(?:jpe?g|png|webp|gif)[\])]?\s{0,3}$/iu;
/** A time of day and a date, or a date alone with no words but their labels. */
const STAMP =
  /^(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật|ngày|lúc|cập nhật|đăng|date)?[\s,:|–-]{0,3})?(?:\d{1,2}[:hg]\d{2}(?::\d{2})?[\s,|–-]{1,4})?\d{1,2}[-/.]\d{1,2}[-/.]\d{4}(?:[\s,|–-]{1,4}\d{1,2}[:hg]\d{2})?(?:[^\p{L}]{0,20}|\s?\(?\[?GMT.{0,6})$/iu;

/** "Báo Quảng Trị điện tử, ngày 14 tháng 12 năm 2023". */
const PRINTED =
  /^(?:báo|tạp chí|cổng|trang|đài|theo) [^.,]{2,40}, (?:ra )?(?:số )?(?:ngày )?\d{1,2}(?:[-/.]| tháng )\d{1,2}(?:[-/.]| năm |, )\d{4}\.?$/iu;

/**
 * What a page puts around and among the sentences of its article and no reader left out: names of pictures, menus,
 * labels of lists and buttons, bylines of agencies. Looks at one sentence or line alone.
 */
export function isFurniture(line: string): boolean {
  return (
    SIGN.test(line) ||
    LABEL.test(line) ||
    LABEL_WITH_STOP.test(line) ||
    AGENCY.test(line) ||
    TITLES.test(line) ||
    OTHER_ARTICLE.test(line) ||
    IMAGE_NAME.test(line)
  );
}

/** True for a time of printing with nothing else: it dates a report and tells nothing of what took place. */
export function isStamp(line: string): boolean {
  return line.length <= 60 && (STAMP.test(line.trim()) || PRINTED.test(line.trim()));
}

/** A number, day or time alone: furniture around the report, a part of it within. */
export function isLoneNumber(line: string): boolean {
  return line.length <= 12 && /\d/u.test(line) && !/\p{L}/u.test(line);
}

export function isBreadcrumb(line: string): boolean {
  return BREADCRUMB.test(line) && !isProse(line);
}

/** Heading over a list of other articles. */
export function isRelatedHeading(line: string): boolean {
  return line.length <= 60 && RELATED.test(line);
}

/** Label of the list of keywords, with or without keywords behind it. */
export function isKeywordLabel(line: string): boolean {
  return KEYWORDS.test(line);
}

/** The source named by a line like `Theo baolangson.vn` or `(Nguồn: TTXVN)`, else null. */
export function sourceOfLine(line: string): string | null {
  const name = SOURCE.exec(line)?.[1]?.trim().replace(/\)$/u, "");
  if (name === undefined || syllableCount(name) > 9 || /^https?:/iu.test(name)) return null;
  return /^[\p{Lu}\d]|\./u.test(name) ? name : null;
}

/** The address on a line that holds nothing else, else null. */
export function urlOfLine(line: string): string | null {
  return URL_LINE.exec(line)?.[1] ?? null;
}

/** Name of a portal, newspaper or office, as it stands at the top of its pages. */
export function isPortalName(line: string): boolean {
  const size = syllableCount(line);
  if (endsWithStop(line) || /\d/u.test(line)) return false;
  if (PORTAL.test(line)) return size <= 14;
  // "Báo X - Cơ quan của Y": the name with its motto.
  if (NEWSPAPER.test(line) || PUBLISHER.test(line))
    return size <= (/\s[-–|]\s/u.test(line) ? 25 : line === line.toUpperCase() ? 12 : 6);
  if (!OFFICE.test(line)) return false;
  // "SỞ NỘI VỤ TỈNH PHÚ THỌ": in capitals a longer one is no title, unless something is done in it.
  return size <= 5 || (size <= 10 && line === line.toUpperCase() && !DOES.test(line));
}
