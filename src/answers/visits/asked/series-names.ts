import { foldAligned, foldedWords, readOnce } from "../../../language/text/index.ts";
import type { TextRange } from "../../../model/index.ts";
import { bodiesOf } from "../../passages/index.ts";
import type { Question } from "../../question/index.ts";

/** What comes back year by year under one name. */
interface SeriesRow {
  /** Folded. */
  readonly name: string;
  /** Another row's name, where both are names of one series. */
  readonly of?: string;
  /** True for what any meeting is called: a series only where the question asks for its numbers. */
  readonly isAnyMeeting?: true;
  /** A question that asks about the series. */
  readonly example: string;
}

/** A row here, and questions over the series are answered. */
export const SERIES: readonly SeriesRow[] = [
  { name: "gap go dau xuan", example: "Gặp gỡ đầu Xuân gần nhất diễn ra ở đâu?" },
  {
    name: "uy ban cong tac lien hop",
    example: "Hội nghị Ủy ban công tác liên hợp bốn tỉnh đã họp mấy phiên?",
  },
  { name: "to cong tac lien hop", example: "Tổ công tác liên hợp họp lần đầu năm nào?" },
  {
    name: "nhom cong tac lien hop",
    of: "to cong tac lien hop",
    example: "Nhóm công tác liên hợp họp gần nhất khi nào?",
  },
  { name: "ngay hoi", example: "Ngày hội Thanh niên biên giới tổ chức những năm nào?" },
  {
    name: "giao luu",
    isAnyMeeting: true,
    example: "Phụ nữ hai bên giao lưu đến nay là lần thứ mấy?",
  },
  { name: "giao ban", example: "Giao ban đồn Chi Ma với trạm Ái Điểm gần nhất là khi nào?" },
  { name: "lien hoan", example: "Liên hoan tiếng hát biên giới có từ bao giờ?" },
  {
    name: "hoi nghi",
    isAnyMeeting: true,
    example: "Hội nghị công đoàn hai tỉnh vừa rồi là lần thứ mấy?",
  },
  {
    name: "hoi thao",
    isAnyMeeting: true,
    example: "Hội thảo về cây hồi đến nay đã qua mấy kỳ?",
  },
  { name: "hoi cho", example: "Hội chợ Việt - Trung tổ chức ở những nơi nào?" },
  { name: "dien dan", example: "Diễn đàn Hành lang kinh tế đã qua mấy kỳ?" },
  { name: "doi thoai", example: "Đối thoại biên phòng lần đầu diễn ra ở đâu?" },
  { name: "tuan tra", example: "Tuần tra song phương có mấy lần trong năm 2024?" },
  {
    name: "hoi dam",
    isAnyMeeting: true,
    example: "Công an hai tỉnh hội đàm gần nhất là lần thứ mấy?",
  },
  { name: "hop", isAnyMeeting: true, example: "Hai bên họp đến nay là phiên thứ mấy?" },
  {
    name: "toa dam",
    isAnyMeeting: true,
    example: "Tọa đàm thanh niên hai nước là lần thứ mấy?",
  },
  { name: "le hoi", example: "Lễ hội hoa sở tổ chức những năm nào?" },
];
const ANY_MEETING = new Set(
  SERIES.filter(({ isAnyMeeting }) => isAnyMeeting).map(({ name }) => name),
);
/** The series of each name, by the name of its first row. */
const SERIES_OF = new Map(SERIES.map(({ name, of = name }) => [name, of]));
const namesLike = (name: string): string[] =>
  [...SERIES_OF.keys()].filter((other) => SERIES_OF.get(other) === SERIES_OF.get(name));

/** "lần thứ mấy", "đã qua mấy kỳ": the members of a series are numbered. */
const NUMBERED =
  /(?:^| )(?:(?:lan|phien|ky|khoa|dot) thu (?:may|bao nhieu)|(?:lan|phien) may(?! (?:gio|nguoi))|(?:la|toi|den) lan may|may lan roi|la may lan|(?:may|bao nhieu) (?:ky|phien|khoa|dot|lan to chuc)|(?:nhung|cac) (?:ky|phien|khoa)(?: [a-z]{1,20}){0,4} nao|(?:lan|ky|phien) (?:thu )?\d{1,2} (?:va )?(?:(?:lan|ky|phien) )?(?:thu )?\d{1,2})(?: |$)/u;

/** True where a question asks which one of a series something was, or for all of them. */
export const asksNumber = readOnce(({ searchText }: Question): boolean =>
  NUMBERED.test(foldedWords(searchText)),
);

/** True for the name of a series that any meeting bears. */
export const isAnyMeeting = (name: string): boolean => ANY_MEETING.has(name);

/** Where a text has the names of series, those of any meeting among them; each name where it stands first. */
export function seriesIn(text: string): (TextRange & { readonly name: string })[] {
  const folded = foldAligned(text);
  return SERIES.flatMap(({ name }) => {
    for (let at = folded.indexOf(name); at >= 0; at = folded.indexOf(name, at + 1)) {
      const end = at + name.length;
      if (!/[a-z]/u.test(`${folded[at - 1] ?? ""}${folded[end] ?? ""}`))
        return [{ name, start: at, end }];
    }
    return [];
  });
}

/** What comes back by its own name, whatever it is called. */
const PERIODIC =
  /(?<![a-z])(?:thuong nien|dinh ky|hang nam|hang quy|nhung nam nao|cac nam nao|nhung nam|tung nam)(?![a-z])/u;

/** "Hội đàm cấp huyện" are held by turns, and so are "các kỳ hội đàm". */
const LEVEL = /(?<![a-z])cap (?:tinh|huyen|xa)(?![a-z])/u;

const BEGINS = /(?<![a-z])(?:bat dau|khoi dau|lan dau(?: tien)?|dau tien|lan thu nhat)(?![a-z])/u;

/** The names of the series that a question asks about, folded; empty where it asks about single meetings. */
export function seriesOf(question: Question): string[] {
  const named = seriesIn(question.searchText).map(({ name }) => name);
  if (named.length === 0) return named;
  const own = named.filter((name) => !isAnyMeeting(name));
  // "Hội nghị Ủy ban công tác liên hợp" is no other conference.
  if (own.length > 0) return [...new Set(own.flatMap(namesLike))];
  const isPeriodic = () =>
    PERIODIC.test(foldAligned(question.searchText)) && bodiesOf(question).length > 0;
  // Who led them is told by their records.
  const isOne = () => {
    if (question.answerType === "person") return false;
    const folded = foldAligned(question.searchText);
    return (
      named.some((name) =>
        ["ky", "phien", "khoa"].some((one) => folded.includes(`${one} ${name}`)),
      ) ||
      LEVEL.test(folded) ||
      // "Phụ nữ hai bên giao lưu lần đầu khi nào": the beginning of what one body has by turns.
      (bodiesOf(question).length > 0 && BEGINS.test(folded))
    );
  };
  return asksNumber(question) || isPeriodic() || isOne() ? named : [];
}
