import { fold, readOnce, type TextTest } from "../../language/text/index.ts";
import type { Question } from "../question/index.ts";
import { type Attribute, bare, COUNTED, word } from "./counted-attributes.ts";

/** Words by which somebody is told to have spoken. */
export const SAID =
  /["“”«»]|(?<!\p{L})(?:phát biểu|nói|cho (?:biết|hay|rằng)|khẳng định|bày tỏ|nhấn mạnh|đề nghị|đề xuất|kiến nghị|mong|mong muốn|cảm ơn|cám ơn|đánh giá|chia sẻ|thông (?:tin|báo)|chúc|tin tưởng|hoan nghênh|gửi lời|ghi nhận|tuyên bố|trả lời|nêu|giới thiệu|báo cáo|đồng tình|nhất trí|thống nhất|hy vọng|vui mừng|vinh dự|điểm lại|khái quát|trao đổi)(?!\p{L})/iu;

/** Words of a sentence that tells of a gift. */
export const GIVEN = word(
  "tặng|quà|trao(?! (?:đổi|biên bản|bản ghi nhớ|văn bản|văn kiện|thỏa thuận|công hàm))|biếu|kỷ vật|lưu niệm|viện trợ|bàn giao|ủng hộ(?! (?:đưa|việc|chủ trương|đề xuất|đề nghị|ý kiến|quan điểm|mở|nâng|sớm|tạo))",
);

/** "Sao đoàn sang chậm mất một tuần": how late somebody came. */
const LATE = {
  asked: "(?:cham|muon|tre)(?: mat| het)? (?:mot|hai|ba|may|\\d{1,2}) (?:ngay|tuan|thang)",
  marked: "(?:chậm|muộn|trễ)(?: mất| hết)? (?:một|hai|ba|mấy|\\d{1,2}) (?:ngày|tuần|tháng)",
};

/** Deeds that nobody is told to have done unless it is said so, with the words for them. */
const CONFLICTS: readonly (readonly [asked: string, askedMarked: string, told: string])[] = [
  ["tu choi", "từ chối", "từ chối|khước từ|không nhận lời|không đồng ý"],
  ["huy bo", "huỷ|hủy|huỷ bỏ|hủy bỏ", "huỷ|hủy|bãi bỏ|không tổ chức"],
  ["tri hoan|tam hoan", "hoãn|trì hoãn|tạm hoãn", "hoãn|dời|lùi"],
  ["phan doi|len an|chi trich", "phản đối|lên án|chỉ trích", "phản đối|lên án|chỉ trích|phê phán"],
  ["truc xuat|cat dut", "trục xuất|cắt đứt", "trục xuất|cắt đứt|chấm dứt"],
  ["xin loi", "xin lỗi", "xin lỗi|lấy làm tiếc"],
  ["thoi (?:lam|giu|chuc)", "thôi (?:làm|giữ|chức)", "thôi|từ chức|nghỉ hưu|miễn nhiệm|điều động"],
  [LATE.asked, LATE.marked, "chậm|muộn|trễ|lùi|hoãn|dời|vướng|kéo dài"],
];

const ATTRIBUTES: readonly Attribute[] = [
  ...CONFLICTS.map(([asked, askedMarked, told]) => ({
    asked: bare(asked),
    askedMarked: word(askedMarked),
    told: word(told),
  })),
  {
    asked: bare(
      "dan so(?! do)|(?:bao nhieu|may) (?:trieu |nghin )?(?:dan|nhan khau)(?=\\W{0,9}$| sinh song| cu| so| khong)",
    ),
    told: /dân số|[\d.,] (?:triệu |vạn |nghìn |ngàn )?(?:dân|nhân khẩu)(?! (?:quân|tộc|công|binh))|(?:triệu|vạn|nghìn|ngàn) (?:dân|người dân)/iu,
  },
  {
    asked: bare(
      "(?:bao nhieu|may) tuoi|tuoi (?:cua|that)|do tuoi|sinh (?:nam|ngay|thang) (?:nao|may|bao nhieu|gi)|(?:nam|ngay) sinh(?! vien| hoat| thai| song| cua chu tich ho chi minh)|sinh nhat (?:cua|vao|ngay)",
    ),
    told: /(?<!\p{L})(?:(?<!(?:dưới|trên|từ|đến|đủ) \d{1,3} )tuổi|sinh (?:năm|ngày|nhật|tháng)|chào đời|ra đời|SN)(?!\p{L})|\(\d{4}\)|\p{L} \(\d{2}\)/iu,
  },
  {
    asked: bare(
      "que (?:o|goc|quan|huong|dau|tinh|nao)|nguyen quan|nguoi (?:o )?(?:tinh|vung|que) nao|sinh ra o",
    ),
    told: word("quê|quê hương|nguyên quán|sinh ra|chào đời|sinh tại|người gốc"),
  },
  {
    asked: bare(
      "so dien thoai|dien thoai so|(?<!(?:moc|lan|nha|thu|bien|quoc lo) )so may|duong day nong(?= (?:la )?(?:so|bao nhieu|gi|nao))|hotline|sdt|so di dong",
    ),
    told: /(?:điện thoại|đường dây nóng|hotline|ĐT|tel|di động)[^\d]{0,30}\+?[\d .()-]{7,}/iu,
  },
  {
    asked: bare("email|e-mail|thu dien tu|hop thu dien tu"),
    askedMarked: word("email|e-mail|thư điện tử|hộp thư"),
    told: /\S@\S/u,
  },
  {
    asked: bare("dia chi|nha rieng|song o dau|nha o dau"),
    told: word("địa chỉ|nhà riêng|số nhà|tư dinh|dinh thự|sống (?:ở|tại)|đường|phố"),
  },
  {
    asked: bare(
      "luong(?= (?:cua|thang|bao nhieu|ong|ba|bo truong|chu tich|tong thong))|muc luong|thu nhap|tai san(?! bay| van| golf| khau| dinh)",
    ),
    told: word("lương|thu nhập|tài sản|trị giá|tỷ phú|triệu phú"),
  },
  {
    asked: bare(
      "(?:vo|phu nhan)(?= (?:cua|ong|chu tich|tong thong|thu tuong|dai su|dong chi|bi thu))(?: \\p{L}{1,20}){1,8} (?:la ai|la nguoi|ten)|co vo",
    ),
    told: word("vợ|phu nhân|bà xã|hôn thê|kết hôn"),
  },
  {
    asked: bare("chong(?= (?:cua|ba) )(?: \\p{L}{1,20}){1,8} (?:la ai|la nguoi|ten)|phu quan"),
    askedMarked: word(
      "(?<!vợ )chồng(?= (?:của|bà) )(?: \\p{L}{1,20}){1,8} (?:là ai|là người|tên)|phu quân",
    ),
    told: word("chồng|phu quân|kết hôn"),
  },
  {
    asked: bare(
      "(?:may|bao nhieu) (?:nguoi |dua )?con(?! (?:duong|so|tau|nguoi|ho|voi))|con (?:trai|gai|cai)(?: \\p{L}{1,20}){1,8} (?:la ai|ten|may|bao nhieu)",
    ),
    told: word("con|con cái|ái nữ|quý tử|công tử"),
  },
  {
    asked: bare("chieu cao|cao bao nhieu|cao may met"),
    told: word("chiều cao|cao (?:hơn |gần |khoảng )?[\\d.,]+ ?(?:m|cm|mét|km)?"),
  },
  { asked: bare("can nang|nang bao nhieu"), told: word("cân nặng|nặng|trọng lượng|kg|tấn") },
  {
    asked: bare("dien tich|rong bao nhieu"),
    told: word("diện tích|rộng|km2|km²|ha|héc ?ta|hecta|m2|m²|mét vuông|kilômét vuông"),
  },
  {
    asked: bare(
      "khoang cach|cach (?:nhau )?bao xa|bao xa|bao nhieu (?:km|cay so|kilomet|ki lo met)",
    ),
    told: word("km|cây số|kilômét|ki-lô-mét|dặm|hải lý|mét|m"),
  },
  {
    asked: bare("thu do(?= (?:cua |nuoc )?(?:\\p{L}{1,20} ){1,4}(?:la|o|ten))"),
    askedMarked: word("thủ đô(?= (?:của |nước )?(?:\\p{L}{1,20} ){1,4}(?:là|ở|tên))"),
    told: word("là thủ đô|thủ đô (?:của |nước )?(?:\\p{L}{1,20} ){1,4}là"),
  },
  {
    asked: bare(
      "thoi tiet|nhiet do|du bao(?! nhieu)|co mua(?! ban| hang)|troi (?:mua|nang|lanh|nong)|nang hay mua|may do c",
    ),
    told: word("thời tiết|nhiệt độ|mưa|nắng|rét|bão|độ C|tuyết|sương"),
  },
  {
    asked: bare(
      "ty gia|(?<!(?:tri|danh|quoc|chuyen) )gia (?:vang|usd|do la|xang|dau|ve|phong|thue|ca|bao nhieu|nhan dan te|dat|nha|vang|gao|bitcoin)",
    ),
    askedMarked: word(
      "(?<!đánh |đề cao |quốc |tham |gia )giá(?! (?:trị|đỡ|cao|rét|lạnh|thể))|tỷ giá|tỉ giá",
    ),
    told: word("(?<!(?:đánh|trị|định|đấu) )giá|tỷ giá|tỉ giá|phí|vé"),
  },
  {
    asked: bare(
      "hoc (?:o )?(?:truong|nganh|dai hoc|tai)(?= (?:nao|gi|dau|o dau))|tot nghiep|bang cap|hoc vi|trinh do hoc van",
    ),
    told: word("học|tốt nghiệp|cử nhân|thạc sĩ|tiến sĩ|theo học|sinh viên|đại học"),
  },
  {
    asked: bare(
      "(?:tang|bieu) (?:(?!cuong|toc|truong)\\p{L}{1,20} ){0,8}(?:gi|qua gi|mon qua nao)|(?:mon )?qua gi",
    ),
    askedMarked: word("(?:tặng|biếu) (?:\\p{L}{1,20} ){0,8}gì|quà gì|món quà (?:gì|nào)"),
    told: GIVEN,
  },
  {
    asked: bare(
      "(?<!(?:tang|bieu|trao) (?:\\p{L}{1,20} ){0,8}|(?:lam|san xuat|trong|ban|nuoi) )mon (?:an )?(?:gi|nao)|an (?:mon )?gi|thuc don|(?:thet|chieu) dai (?:\\p{L}{1,20} ){0,5}mon",
    ),
    askedMarked: word(
      "(?<!(?:tặng|biếu|trao) (?:\\p{L}{1,20} ){0,8})món (?:ăn )?(?:gì|nào)|ăn (?:món )?gì|thực đơn|đãi (?:\\p{L}{1,20} ){0,5}món",
    ),
    told: word("món|thực đơn|ăn|tiệc|bữa|thưởng thức|đặc sản|ẩm thực|uống"),
  },
  {
    asked: bare("ty so|ti so|ghi ban|vo dich|cau thu"),
    told: word("tỷ số|tỉ số|ghi bàn|bàn thắng|vô địch|cầu thủ|trận"),
  },
  {
    asked: bare("lich (?:lam viec|cong tac|trinh|hen|hop|tiep)"),
    askedMarked: word("lịch (?:làm việc|công tác|trình|hẹn|họp|tiếp)"),
    told: word("lịch|theo kế hoạch|chương trình|dự kiến|sẽ"),
  },
  {
    asked: bare("chuyen bay|may bay|hang (?:hang khong|bay)|(?:di|sang) bang (?:phuong tien )?gi"),
    askedMarked: word(
      "chuyến bay|máy bay|hãng (?:hàng không|bay)|(?:đi|sang) bằng (?:phương tiện )?gì",
    ),
    told: word("bay|máy bay|chuyên cơ|hàng không|tàu|ô tô|xe|đường (?:bộ|sắt|thủy|thuỷ)|đi bộ"),
  },
  {
    // "Nghệ An sang" without marks is no breakfast.
    asked: bare("an (?:trua|com|uong|tiec)|chieu dai|bua (?:an|com|trua|toi|tiec)"),
    askedMarked: word("ăn (?:trưa|tối|sáng|cơm|uống|tiệc)|chiêu đãi|bữa (?:ăn|cơm|trưa|tối|tiệc)"),
    told: word("ăn|tiệc|chiêu đãi|bữa|cơm|nhà hàng"),
  },
  {
    asked: bare("bi (?:hoan|huy|doi|lui)|tri hoan|huy bo|(?:hoan|huy) chuyen"),
    askedMarked: word(
      "bị (?:hoãn|hủy|huỷ|dời|lùi)|trì hoãn|(?:hủy|huỷ) bỏ|(?:hoãn|hủy|huỷ) chuyến",
    ),
    told: word("hoãn|trì hoãn|hủy|huỷ|dời|lùi|tạm dừng|gián đoạn|không (?:thực hiện|tổ chức|thể)"),
  },
  {
    asked: bare("phien dich|thong dich"),
    told: word("phiên dịch|thông dịch|(?:người|do|được|chuyển|biên) dịch"),
  },
  {
    asked: bare("bai hat|hat bai|ca si|len hat|hat gi"),
    askedMarked: word("bài hát|hát bài|ca sĩ|lên hát|hát gì|ai hát"),
    told: word("hát|ca khúc|bài ca|ca sĩ|nghệ sĩ|tiết mục"),
  },
  {
    asked: bare(
      "(?:doi|ben|ai) (?:nao )?(?:thang(?! \\d| may| nao| mot| hai| ba| tu| nam| sau| bay)|gianh)|doat giai|giai nhat",
    ),
    askedMarked: word("(?:đội|bên|ai) (?:nào )?(?:thắng|giành)|đoạt giải|giải nhất"),
    told: word("thắng|giành|đoạt|giải|nhất|vô địch"),
  },
  {
    asked: bare("suc chua|chua (?:duoc )?bao nhieu"),
    told: word("sức chứa|chứa|chỗ ngồi|quy mô"),
  },
  {
    // Who stood by is not told to have spoken.
    asked: bare("(?:noi|phat bieu) (?:gi|nhung gi|the nao|ra sao)"),
    told: SAID,
  },
  {
    asked: bare("khach san nao|o khach san|nha hang nao|quan (?:an|ca phe) nao"),
    told: word(
      "(?<!(?:quản trị|ngành|du lịch|kinh doanh|nghề) )khách sạn|nhà khách|hotel|resort|nhà hàng|quán",
    ),
  },
  {
    asked: bare(
      "(?:bao nhieu|may) (?:nguoi|thanh vien|dai bieu)(?= (?:trong|cua|thuoc) doan|\\W{0,9}$| (?:tham gia|tham du|di cung|di theo))|gom (?:bao nhieu|may) (?:nguoi|thanh vien|dai bieu)",
    ),
    told: /(?:[\d.,]|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười|chục|trăm) (?!lượt )(?:\p{L}{1,20} ){0,2}(?:người|thành viên|đại biểu|cán bộ|em|học sinh|sinh viên|doanh nhân|đồng chí|thiếu nhi|thiếu niên|chiến sĩ|vị|lao động|du khách|khách)(?!\p{L})/iu,
  },
  {
    asked: bare(
      "moi (?:\\p{L}{1,20} ){1,10}(?:vao |luc |hoi )?(?:thang may|thang nao|ngay nao|hom nao|khi nao|luc nao|nam nao|bao gio)",
    ),
    askedMarked: word(
      "mời (?:\\p{L}{1,20} ){1,10}(?:vào |lúc |hồi )?(?:tháng mấy|tháng nào|ngày nào|hôm nào|khi nào|lúc nào|năm nào|bao giờ)",
    ),
    told: word("mời|lời mời"),
  },
  {
    asked: bare("tra loi (?:the nao|ra sao|gi|nhung gi|sao)|dap lai (?:the nao|ra sao|gi)"),
    told: word(
      "trả lời|đáp|đáp lại|phản hồi|hồi đáp|phía mình|về phần mình|đồng ý|nhất trí|tán thành|đồng tình|ghi nhận|nhận lời|hứa|tiếp thu|cam kết|từ chối|chưa thể",
    ),
  },
  {
    asked: bare("khu cong nghiep nao"),
    told: word("khu công nghiệp|KCN|cụm công nghiệp"),
  },
  {
    asked: bare("hieu luc|thoi han|may nam moi het han"),
    told: word("hiệu lực|thời hạn|kỳ hạn|hết hạn|gia hạn|giai đoạn"),
  },
  {
    asked: bare("ve nhat|vo dich|giai nhat|doat giai|thang cuoc|quan quan"),
    told: word("về nhất|vô địch|giải nhất|nhất|đoạt|giành|thắng|quán quân"),
  },
  { asked: bare("bao nhieu trang|may trang"), told: /\d trang/iu },
  ...COUNTED,
  {
    // Which one of a series it was.
    asked: bare(
      "(?:lan|phien|ky|khoa|cuoc|hoi nghi|buoi|dot) (?:hop |hoi dam )?thu may|la lan may|lan may(?= (?:roi|cua|duoc|trong|ngay)|\\W{0,9}$)",
    ),
    told: word(
      "(?:lần|phiên|kỳ|khoá|khóa|đợt|cuộc|buổi)(?: (?:họp|hội đàm|giao lưu))? (?:(?:thứ |số )(?:\\d{1,3}|[IVX]{1,5}|nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?: \\p{L}{2,4})?)|\\d{1,3}|[IVX]{1,5})|lần đầu|(?:thứ|số) (?:\\d{1,3}|[IVX]{1,5})",
    ),
  },
  {
    asked: bare(
      "(?:bao nhieu|may) (?:nguoi|ca|benh nhan) (?:bi )?(?:chet|tu vong|thiet mang|thuong vong|bi thuong)",
    ),
    told: word("chết|tử vong|thiệt mạng|hy sinh|thương vong|bị thương|qua đời"),
  },
  {
    // The next meeting, which nobody tells where none was agreed.
    asked: bare(
      "(?:lan|phien|ky|cuoc)(?: (?:gap|hop|hoi dam|lam viec))? (?:sau|toi|ke tiep|tiep theo)(?= (?:o|tai|se|la|vao|to chuc|hop|dien ra|du kien|khi|ngay|ai)|\\W{0,9}$)",
    ),
    askedMarked: word(
      "(?:lần|phiên|kỳ|cuộc|buổi)(?: (?:gặp|họp|hội đàm|làm việc))? (?:sau|tới|kế tiếp|tiếp theo)(?= (?:ở|tại|sẽ|là|vào|tổ chức|họp|diễn ra|dự kiến|khi|ngày|ai)|\\W{0,9}$)",
    ),
    told: word(
      "lần sau|lần tới|lần này|kế tiếp|tiếp theo|sắp tới|sẽ|dự kiến|hẹn|luân phiên|năm (?:sau|tới)|sang năm|đăng cai|gặp lại|lần thứ \\p{L}{1,4}|phiên thứ \\S{1,4}|quý [IV\\d]{1,3}",
    ),
  },
  {
    asked: bare("khac (?:gi|nhau|biet)|khac (?:\\p{L}{1,20} ){1,6}(?:cho nao|the nao|ra sao)"),
    told: word("khác|so với|trong khi|giống|phân biệt"),
  },
  { asked: bare("biet danh|biet hieu"), told: word("biệt danh|biệt hiệu|gọi|ví|mệnh danh") },
  { asked: bare("mat khau|password|system prompt"), told: word("mật khẩu|password") },
];

/**
 * What a sentence must hold to answer a question for a fact of its own kind (age, salary, wife, telephone,
 * population, weather …); empty where none is asked. A name beside other facts is no answer to it.
 */
export const attributesAsked = readOnce(
  ({ searchText, unmarked }: Question): readonly TextTest[] => {
    const folded = fold(searchText);
    return ATTRIBUTES.filter(({ asked, askedMarked }) =>
      unmarked || askedMarked === undefined ? asked.test(folded) : askedMarked.test(searchText),
    ).map(({ told }) => told);
  },
);
