import { spacedWords } from "../../../language/text/index.ts";
import { asVietnamese } from "../../../language/translate/index.ts";
import type { Visit } from "../../../model/index.ts";
import type { Question } from "../../question/index.ts";
import { nounListed } from "../asked/index.ts";

/** A kind of body or place of which a list is asked, and how those who met are told to be of it; folded. */
interface ListedRow {
  /** What stands between "những" and "nào". */
  readonly asked: RegExp;
  /** What stands in the name of such a body or in the office of its head. */
  readonly told: RegExp;
  /** The same with marks, where it is another word without. */
  readonly marked?: RegExp;
  readonly example: string;
}

/** A row here, and a list of meetings keeps those of that kind, where there are any. */
export const KINDS_LISTED: readonly ListedRow[] = [
  {
    asked: / (?:huyen|thi xa|cap huyen) /u,
    told: / (?:huyen|thi xa|thi uy) /u,
    marked: /(?<!\p{L})quận(?!\p{L})/iu,
    example: "Những huyện nào của Lào Cai đã gặp huyện bạn?",
  },
  {
    asked: / (?:xa|phuong|thi tran|thon|ban lang) /u,
    told: / (?:xa|phuong|thi tran|tran|thon|ban) /u,
    example: "Những xã nào đã kết nghĩa?",
  },
  {
    asked: / benh vien /u,
    told: / (?:benh vien|trung tam y te) /u,
    example: "Những bệnh viện nào đã ký kết với phía Quảng Tây?",
  },
  {
    asked: / (?:truong hoc|truong dai hoc|dai hoc|hoc vien|co so dao tao|nha truong) /u,
    told: / (?:truong (?:dai hoc|cao dang|hoc|trung hoc|tieu hoc|chinh tri|dang|thpt|thcs|pho thong|mam non)|hoc vien|dai hoc|hieu truong) /u,
    example: "Các trường đại học nào đã làm việc với Vân Nam?",
  },
  {
    asked: / (?:don|tram|don bien phong|luc luong|luc luong vu trang) /u,
    told: / (?:don|tram|bien phong|bo doi|bo chi huy|cong an|hai quan|canh sat|chi doi) /u,
    example: "Những đồn, trạm biên phòng nào đã hội đàm?",
  },
  {
    asked: / (?:doanh nghiep|cong ty|tap doan) /u,
    told: / (?:doanh nghiep|cong ty|tap doan|hiep hoi|tong giam doc) /u,
    example: "Những doanh nghiệp nào đã đến làm việc?",
  },
  {
    asked:
      / (?:nganh|so nganh|ban nganh|so|co quan|doan the|hoi(?! dam| kien| nghi| thao| cho| y)|to chuc|hoi doan) /u,
    told: / (?:so|cuc|ban(?! nganh| dan)|hoi (?!dam|dong|nghi|kien)|tinh doan|chau doan|thanh doan|doan thanh nien|thanh nien|vien|vksnd|toa|tand|cong an|bo doi|bien phong|hai quan|truong (?:chinh tri|dang|dai hoc|cao dang)|benh vien|lien doan|ldld|cong doan|cong hoi|mat tran|mttq|chinh hiep|uy ban kiem tra|chi cuc|chi doi|tram|don|trung tam|phu nu|lhpn|y te|giao duc|bao|dai phat thanh) /u,
    example: "Những ngành, đoàn thể nào của Lạng Sơn đã gặp Sùng Tả?",
  },
];

/** What tells of some meetings which of them are of the kind of which a question wants a list; null where it says none. */
export function kindListed({ searchText }: Question): {
  visit(visit: Visit): boolean;
  text(text: string): boolean;
} | null {
  const noun = nounListed(searchText);
  const row = noun === null ? undefined : KINDS_LISTED.find(({ asked }) => asked.test(noun));
  if (row === undefined) return null;
  const holds = (text: string) => {
    const shown = asVietnamese(text);
    return row.told.test(spacedWords(shown)) || row.marked?.test(shown) === true;
  };
  return {
    visit: ({ host, guest }) =>
      [host, guest].some(({ organisation, head, people }) =>
        holds(
          `${organisation ?? ""} | ${people.find(({ name }) => name === head)?.position ?? ""}`,
        ),
      ),
    text: holds,
  };
}

/** Those of some meetings that are of a kind, all where none is. */
export function ofKindListed<T>(all: readonly T[], isOf: (one: T) => boolean): readonly T[] {
  const some = all.filter(isOf);
  return some.length > 0 ? some : all;
}
