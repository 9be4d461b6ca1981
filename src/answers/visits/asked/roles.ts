import { fold, sentences } from "../../../language/text/index.ts";
import type { Article } from "../../../model/index.ts";

/** What a named place or person is in the visit that is asked about. */
export type Role = "host" | "guest" | "place" | "side";

const RANK =
  "(?:tinh|thanh pho|thi(?: xa| tran)?|huyen|quan|chau|nuoc|khu tu tri(?: dan toc choang)?|phia|ben|lanh dao|cac|chinh quyen|chinh phu|ong|ba|dong chi|dai su quan|ubnd|uy ban nhan dan)";
const KIND =
  "(?:dai bieu|cong tac|doanh nghiep|can bo|cap cao|lanh dao|quan chuc|khach|chinh phu|chinh quyen|dang|nao|gi|van hoa|y te|giao duc|the thao|du lich|van cong|nghe thuat|thanh nien|thieu nhi|phu nu|cong an|bien phong|hai quan|kiem sat|toa an|vien kiem sat|tu phap|quan su|nong nghiep|cong doan|cuu chien binh|ngoai vu|bao chi|nha bao|hoc sinh|sinh vien|giao vien|bac si|hdnd|nhan dai|chinh hiep|(?:khu|thi|chau|huyen|thanh|tinh) uy)";
const before = (cue: string) => new RegExp(`(?:^| )${cue}(?: ${RANK}){0,5} $`, "u");
const DONE =
  "(?:(?:(?:hoi|vao|trong) )?(?:ngay|thang|nam|quy) [\\divx/]+ ){0,2}(?:da |se |dang |tung |vua |sap |co |cung |lan dau |gan day |nhat |khong |moi |(?:ngay|hom|khi|nam|thang) nao |bao gio ){0,4}";

/** From the most to the least telling; texts are folded, with one space at the side of the name. */
const BEFORE_NAME: readonly (readonly [Role, RegExp])[] = [
  [
    "guest",
    before(`(?:doan|phai doan|khach|quan chuc)(?: ${KIND}){0,3}(?: (?:cua|den tu|tu|thuoc)){0,2}`),
  ],
  ["guest", before("(?:den tu|tu)")],
  [
    "guest",
    before(
      "chuyen (?:tham|cong tac|di|lam viec)(?: (?:va lam viec|chinh thuc|gan (?:day )?nhat|moi nhat|cuoi cung|tiep theo|sap toi|dau tien)){0,3} cua",
    ),
  ],
  [
    "guest",
    before(
      "(?:tiep don|don tiep|tiep xa giao|tiep va lam viec voi|tiep|don)(?: (?:cac|nhung|mot)){0,2}",
    ),
  ],
  [
    "place",
    before(
      "(?:tham va lam viec|tham(?! gia| du(?: |$))|den|toi|sang|qua|ghe|len|xuong|vao|di|(?:tro|quay) lai)(?: (?:chinh thuc|huu nghi|va|lam viec|voi|tham|tai|o|bao nhieu lan|may lan)){0,4}",
    ),
  ],
  ["place", before("(?:tai|o|trong)")],
  [
    "side",
    before("(?:voi|cung|giua|va|gap go|gap|hoi dam|hoi kien|trao doi)(?: (?:doan|phai doan)){0,2}"),
  ],
];
const AFTER_NAME: readonly (readonly [Role, RegExp])[] = [
  ["side", /^ (?:va|voi|cung|hoi dam|hoi kien) /u],
  ["host", new RegExp(`^ ${DONE}(?:tiep(?! theo)|don|chu tri|to chuc tiep)(?: |$)`, "u")],
  [
    "guest",
    new RegExp(
      `^ ${DONE}(?:tham(?! gia| du(?: |$))|den|sang|toi|cu|dan dau|dan(?: mot| phai)? doan|lam truong doan|di|dat chan|ghe|cong du|(?:tro|quay) lai)(?: |$)`,
      "u",
    ),
  ],
];

/** "Gặp gỡ với các nơi ở Quảng Tây": who is there, wherever they met. */
const THOSE_AT =
  /(?:^| )(?:voi|cung|gap)(?: (?:cac|nhung|mot so|nhieu))?(?: (?:noi|dia phuong|thanh pho|huyen|don vi|co quan|doi tac|nganh|tinh|chau|ban be|to chuc)){1,2} (?:o|tai|ben|trong) $/u;

/**
 * What a name is in a visit by the words beside it: "đoàn X", "tiếp X" → guest, "X tiếp" → host,
 * "thăm X", "tại X" → place; a side of unknown role where nothing tells.
 *
 * @param lead Folded text before the name, ending with a space or empty.
 * @param tail Folded text behind it, beginning with a space or empty.
 */
export function roleOf(lead: string, tail: string): Role {
  // What stands right before says more than a verb behind, but for "giữa X và Y", "của X tiếp".
  if (THOSE_AT.test(lead)) return "side";
  for (const [role, cue] of BEFORE_NAME) if (role !== "side" && cue.test(lead)) return role;
  for (const [role, cue] of AFTER_NAME) if (cue.test(`${tail} `)) return role;
  for (const [role, cue] of BEFORE_NAME) if (cue.test(lead)) return role;
  return "side";
}

/**
 * Words of a question about visits that narrow nothing down: what is left when names, dates, the question
 * words and these are taken away is looked for in the records.
 */
const WORDS =
  "là của và với cho các những đã sẽ có được thì mà khi nhé nhỉ vậy như cũng rồi vào ở bởi rằng từ đến tới trong ngoài tại về " +
  "theo trên giữa cùng biết xin hãy hỏi tôi bạn mình giúp tất cả toàn bộ bao nhiêu mấy lần lượt nào gì ai đâu không " +
  "chưa kể liệt kê tên ra danh sách thống cuộc buổi chuyến đoàn phái đại biểu công tác doanh lãnh đạo cán quan chức khách " +
  "thăm tiếp đón gặp gỡ hội đàm kiến làm việc trao đổi sang qua ghé tham chính thức hữu nghị xã giao diễn " +
  "tổ năm tháng ngày dịp thời gian đây nay đó ấy gần nhất mới cuối đầu tiên sớm sắp kế hoạch dự " +
  "tỉnh thành phố huyện thị châu nước phía bên địa phương tư liệu hiện ghi nhận tổng số lượng người một hai ba " +
  "nhiều phải chỉ riêng từng đang vừa sau trước kho bài viết hết nhau sự hoạt động đối nội vùng " +
  "cử nơi quốc gia bàn xem chủ trì dẫn trưởng đi lúc giờ khoảng này kia cả thêm nữa lại đều liên hệ dưới";

const MARKED: ReadonlySet<string> = new Set(WORDS.split(" "));
const FOLDED: ReadonlySet<string> = new Set(WORDS.split(" ").map(fold));

/** True for a word (lower case, old tone placement) that tells nothing of which visits are meant. */
export function isNeutral(word: string, unmarked: boolean): boolean {
  return (unmarked ? FOLDED : MARKED).has(word);
}

/** What the sentences of an article say of somebody: that they came, that they received. */
interface ToldRoles {
  readonly came: boolean;
  readonly received: boolean;
}

/** Between a name and what its bearer did: an office, "đã". */
const OFFICE_BETWEEN = "(?:,[^.;]{0,80}?,)? (?:da |se |cung |thay mat [^.;]{0,40}? )?";
const CAME_BEHIND = new RegExp(
  `^(?:,[^.;,]{0,80})?,? ?(?:da |cung )?(?:dan dau|lam truong doan|dan (?:[a-z]+ ){0,2}doan)|^${OFFICE_BETWEEN}(?:sang|tham(?! gia| du(?: |$))|den|toi|di|tro lai|quay lai|len duong)(?![a-z])`,
  "u",
);
const RECEIVED_BEHIND = new RegExp(
  `^${OFFICE_BETWEEN}(?:tiep(?! theo| tuc)|don(?! vi)|chu tri (?:buoi )?(?:tiep|don)|ra don)(?![a-z])`,
  "u",
);
/** Right before a name with its office: who was received, or went along. */
const CAME_BEFORE =
  /(?<![a-z])(?:tiep|don|tiep xa giao|tiep va lam viec voi|cung di|thap tung|doan (?:[a-z]+ ){0,12}do)(?: co| gom)?(?: (?:doan|ong|ba|dong chi|ngai|ngai dai su))*(?: [a-z]+){0,10} $/u;
/** "được … X tiếp", "tiếp khách ở trụ sở, … X": the one who received. */
const RECEIVED_BEFORE =
  /(?<![a-z])(?:tiep|don)(?: (?:khach|doan|ban|cac ban))(?: [a-z]+){0,8}, (?:[a-z]+ ){0,10}$/u;

/** What an article's sentences tell of a person, by their folded name. */
export function rolesTold(article: Article, name: string): ToldRoles {
  const told = { came: false, received: false };
  for (const { start, end } of sentences(article.text)) {
    const text = fold(article.text.slice(start, end)).replace(/\s+/gu, " ");
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      const lead = text.slice(0, at);
      const tail = text.slice(at + name.length);
      if (RECEIVED_BEHIND.test(tail) || RECEIVED_BEFORE.test(lead)) told.received = true;
      else if (CAME_BEHIND.test(tail) || CAME_BEFORE.test(lead)) told.came = true;
    }
  }
  return told;
}
