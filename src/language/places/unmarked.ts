import type { PhraseSet } from "../text/index.ts";

/**
 * Everyday words of several syllables, folded, whose syllables also begin, end or make the name of a place that is typed
 * without marks: "hoi dam ha khau" holds no Đầm Hà, "ky van ban" no Văn Bàn. Words of a word-segmented news corpus that
 * share syllables with such a name at least eight times in 60,000 articles, and those of reports on visits.
 */
const EVERYDAY = new Set(
  (
    "hoi dam|hoi nghi|hoi thao|toa dam|hoi phu nu|giao luu|gap go|phat bieu|de xuat|de nghi|kien nghi|thoa thuan|bien ban|" +
    "ban ghi nho|ky ket|cua khau|bien gioi|xuat khau|nhap khau|thong quan|kim ngach|du lich|y te|phu nu|cong doan|tinh doan|" +
    "hop tac|trao doi|tham hoi|khanh thanh|khoi cong|nong san|hai san|truong doan|pho doan|thanh doan|van ban|an ninh|" +
    "thanh vien|tham quyen|dai ly|do an|hoat dong|quan su|lao dong|thanh pho|hien dai hoa|quan ly|thanh nien|hanh dong|" +
    "to chuc|du an|lien quan|do thi|thanh cong|quan diem|an toan|van hoa|danh gia|van hanh|van tai|xu ly|van de|binh thuong|" +
    "kinh nghiem|hinh thanh|thuong mai|thanh tra|thanh uy|to quoc|van phong|tro thanh|gian lan|che do|hop dong|chinh phu|" +
    "dang ke|co van|to trinh|nam hoc|cai thien|hoi dong|van chuyen|ly do|quan doi|bao cao|giao thong|trung binh|quan trong|" +
    "quoc phong|thong tin|hai quan|lap truong|giai phong|huy dong|quan sat|muc do|dau tu|thanh lap|xa hoi|truong thanh|" +
    "thanh phan|khang dinh|bat dong|thanh qua|dinh huong|quan he|quan tam|dong thoi|nhan manh|hoan thanh|phuong an|" +
    "thanh tich|keo dai|co quan|tu van|xay dung|trung tam|de an|quoc gia|lam viec|giang vien|thanh toan|canh quan|cong dong|" +
    "hoan thien|tac dong|quoc hoi|dich vu|thong nhat|phong vien|dong tac|nong thon|bien phong|cong an|boi thuong|dau gia|" +
    "suc manh|boi canh|hang hai|kinh doanh|tai san|van dong|quyet dinh|co phan|trung uong|kinh te|toan dien|dong luc|" +
    "lien tuc|dong bo|bat thuong|chanh van phong|nang cap|truong phong|thuong binh|su dung|gia dinh|giai thuong|dai dien|" +
    "dan dau|bieu dien|tu vong|thoi han|lan toa|dang ky|tinh trang|dieu dong|truyen thong|nam ngoai|dau tien|giao duc|" +
    "thong thuong|thanh tuu|su co|thuong xuyen|dam phan|ap dung|phuc vu|to hop|cong thuong|nang cao|duyen hai|tuong tac|" +
    "cong hoa|tinh thanh|dan so|van minh|bao chi|trinh dien|vung bien|giao dich|tai lieu|bao dong|trang thai|quan chuc|" +
    "viec lam|lan can|trach nhiem|tong thong|bat dong san|kiem lam|binh quan|dia chi|thuy van|dinh cu|bao gom|van hoc|" +
    "cong nghe|day manh|chu dong|chuyen gia|phu hop|khoi phuc|quan so|dan cu|lap dat|mong muon|dan van|hang hoa|gia han|" +
    "luu thong|doi dien|tuong lai|dong y|ton thuong|phu thuoc|trien lam|lien minh|lan luot|thuy loi|cung co|bao ve|van nghe|" +
    "phap ly|dam bao|mua ban|ung ho|toi cao|dat dai|quang cao|trung ta|dinh chi|du bao|nhiem vu|bao dam|tuyen truyen|" +
    "thi xa|thi tran|khu tu tri|dac khu|nong nghiep|ban an|cap nhat|it nhat|ban bac|ban chap hanh|toa an|hop bao|kinh phi|duong sat|tu thien|cuoi cung"
  ).split("|"),
);
const LONGEST = 4;

/** Words behind which a name stands even where it sounds like an everyday word: "huyen van ban", "doan dai ly". */
const CUES = new Set(
  "tinh huyen xa phuong tran tp pho chau khau doan phia ben sang tham toi den voi tai o".split(" "),
);

/** True for words that are an everyday word as well as a place: "văn bản", "đại lý". */
export const isEveryday = (folded: readonly string[]): boolean => EVERYDAY.has(folded.join(" "));

/** A run of words, the last one not in it. */
export interface WordRun {
  readonly from: number;
  readonly to: number;
}

/** The best reading from a word to the end: how many words are covered, the place that begins there, and where it goes on. */
interface Cover {
  readonly covered: number;
  readonly place: WordRun | null;
  readonly next: number;
}

/**
 * The places of a text without marks: of all ways to read its words as names and everyday words the one that leaves the
 * fewest over; of several, the one whose names stand first. Time grows with the words.
 *
 * @param words As `terms()` folds them.
 * @param names Of places, folded.
 */
export function unmarkedPlaces(words: readonly string[], names: PhraseSet): WordRun[] {
  // Read from the end, so that at each word the best of what is behind is known.
  const best: Cover[] = new Array(words.length + 1);
  best[words.length] = { covered: 0, place: null, next: words.length };
  for (let i = words.length - 1; i >= 0; i--) {
    let chosen: Cover = { ...best[i + 1]!, place: null, next: i + 1 };
    const take = (length: number, place: WordRun | null) => {
      const covered = length + best[i + length]!.covered;
      // Where as much is covered, what stands first wins, and of that the name.
      const isSkipped = chosen.next === i + 1;
      if (covered > chosen.covered || (covered === chosen.covered && (isSkipped || place !== null)))
        chosen = { covered, place, next: i + length };
    };
    for (let length = 2; length <= Math.min(LONGEST, words.length - i); length++)
      if (isEveryday(words.slice(i, i + length))) take(length, null);
    const length = names.longestAt(words, i);
    const isWord = isEveryday(words.slice(i, i + length));
    if (length > 0 && !(isWord && !CUES.has(words[i - 1] ?? "")))
      take(length, { from: i, to: i + length });
    best[i] = chosen;
  }
  const found: WordRun[] = [];
  for (let i = 0; i < words.length; i = best[i]!.next) {
    const { place } = best[i]!;
    if (place !== null) found.push(place);
  }
  return found;
}
