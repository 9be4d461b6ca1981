/**
 * Words of reports, as patterns over the text of a skeleton (lower case with marks): what tells of a meeting, of what
 * somebody said, of earlier times, of meetings online.
 */

export const RECEIVE =
  "(?<![\\p{L}]|(?:trực|gián|kế|nối|giao|liên|hiện|làm|bàn|nói|đổi|triển khai|hợp|duy trì|xem xét|cứu|phát triển|hỏi|khả năng|năng lực|công suất) )(?:tiếp xã giao|tiếp đón|đón tiếp|đón|tiễn|chiêu đãi|tiếp kiến|tiếp)(?! tục| theo| cận| xúc| nối| thu| diễn| sức| tết| xuân| nhận| tàu| xe| lượt|[\\p{L}\\p{M}])";
export const MEET =
  "(?<![\\p{L}])(?:hội đàm|hội kiến|làm việc|gặp gỡ|gặp mặt|gặp|tọa đàm|chào xã giao|đến chào|chào từ biệt|ký|trao đổi|bàn)(?![\\p{L}\\p{M}])";
export const GO =
  "(?<![\\p{L}])(?:thăm|sang|đến|tới|lên đường|chúc tết|khảo sát|về nước|xuất cảnh)(?![\\p{L}\\p{M}])";
export const SPEAK =
  "(?<![\\p{L}])(?:cho biết|cho hay|cho rằng|nói|khẳng định|nhấn mạnh|đề nghị|đề xuất|kiến nghị|mong|hy vọng|cảm ơn|đánh giá|bày tỏ|chia sẻ|thông tin|giới thiệu|phát biểu|tin|ghi nhận|nhắc|điểm|gửi lời|vui mừng|phấn khởi|hoan nghênh|chúc(?! tết)|nêu|tuyên bố|trao(?! đổi)|tặng|mừng|coi|xúc động|dẫn|hứa|(?<!lời )mời|chào mừng|cảm kích|thay mặt|nhiệt liệt|trân trọng|nhìn nhận|lưu ý|kêu gọi|ngỏ (?:ý|lời)|nhận lời|giải thích)(?![\\p{L}\\p{M}])";

/** Words that tell of a meeting. */
export const EVENT = new RegExp(
  `${RECEIVE}|${MEET}|(?<![\\p{L}])(?:lễ (?:ký|công bố|khai trương|khai thông|khai mạc|khởi công|phát động|ra quân|thông xe|khánh thành|tiễn|đón|vận hành|kết nghĩa|trao|bàn giao|khởi động|mở lại|mở cửa|nâng cấp|kỷ niệm|bế mạc|sơ kết|tổng kết|viếng)|vận hành chính thức|hội nghị|phiên họp|đối thoại|tập huấn|kết nghĩa|diễn tập|tuần tra|kiểm tra liên hợp|kiểm tra|giao lưu|thực địa|thăm|công du|lên đường|xuất cảnh|về nước|khảo sát|chúc tết|sang dự|sang thăm|rời|chuyến đi|chuyến thăm|chuyến công tác|chương trình công tác|có mặt tại|liên hoan|chúc mừng năm mới|trao tặng|dâng hương|hội xuân|ngày hội|họp(?! báo| thức| lệ))(?![\\p{L}\\p{M}])`,
  "gu",
);
/** Words that tell what somebody said. */
export const SPOKEN = new RegExp(SPEAK, "u");
/** "từng sang thăm": once; "cho từng thành viên": each. */
const ONCE =
  "(?<!(?:cho|với|của|trong|gỡ|theo|ở|vào|đến|xử lý|tặng) )từng(?! (?:thành viên|bước|người|loại|nhóm|việc|bên|năm|mặt|lĩnh|ngành|vụ|phần|lúc|khu|tuyến|dự án|đơn vị|xe|hộ)(?![\\p{L}]))";
/** What makes a sentence tell of earlier times. */
export const PAST = new RegExp(
  `(?<![\\p{L}])(?:${ONCE}|năm ngoái|khi đó|khi ấy|trước đây|cách đây|lần trước|lần gần (?:đây )?nhất|kể từ|tính từ|những lần gặp)(?![\\p{L}])` +
    // "Đây là lần thứ hai hai bên hội đàm, sau cuộc gặp tại A".
    `|^(?:đây|cuộc (?:gặp|hội đàm) này) là (?:lần|cuộc|chuyến)[^.;]{0,80}(?<![\\p{L}])sau (?:cuộc|lần|chuyến|hội đàm|buổi)(?![\\p{L}])`,
  "u",
);
/** What makes a line tell nothing of who leads now. */
export const LOOKS_BACK = new RegExp(
  `(?<![\\p{L}])(?:năm ngoái|khi đó|trước đây|${ONCE}|lần trước|chuyến thăm việt nam)(?![\\p{L}])`,
  "u",
);
/** A meeting at two ends of a line; where both are meant ("trực tiếp kết hợp trực tuyến"), the place of the first stays. */
export const ONLINE =
  /(?<!kết hợp )(?:(?:họp|hội nghị|hội đàm|làm việc|trao đổi|tổ chức|gặp gỡ|gặp|bằng hình thức|hình thức)(?: [^.;,]{0,20})? trực tuyến|(?:đầu|điểm) cầu)/u;
