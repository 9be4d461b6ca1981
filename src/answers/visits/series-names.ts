import { foldAligned, readOnce, terms } from "../../language/text/index.ts";
import type { TextRange } from "../../model/index.ts";
import { bodiesOf } from "../passages/index.ts";
import type { Question } from "../question/index.ts";

/** What comes back year by year under one name, folded. A row here, and questions over the series are answered. */
const SERIES: readonly string[] = [
  "gap go dau xuan",
  "uy ban cong tac lien hop",
  "to cong tac lien hop",
  "nhom cong tac lien hop",
  "ngay hoi",
  "giao luu",
  "giao ban",
  "lien hoan",
  "hoi nghi",
  "hoi thao",
  "hoi cho",
  "dien dan",
  "doi thoai",
  "tuan tra",
  "hoi dam",
  "hop",
  "toa dam",
  "le hoi",
];
/** Names of one series. */
const ALIKE: readonly (readonly string[])[] = [["to cong tac lien hop", "nhom cong tac lien hop"]];
/** Those that any meeting is called: they are a series only where the question asks for its numbers. */
const ANY_MEETING = new Set(["hoi nghi", "hoi dam", "hop", "toa dam", "hoi thao", "giao luu"]);
/** "lần thứ mấy", "đã qua mấy kỳ": the members of a series are numbered. */
const NUMBERED =
  /(?:^| )(?:(?:lan|phien|ky|khoa|dot) thu may|(?:la|toi|den) lan may|(?:may|bao nhieu) (?:ky|phien|khoa|dot|lan to chuc)|(?:nhung|cac) (?:ky|phien|khoa)(?: [a-z]{1,20}){0,4} nao)(?: |$)/u;

/** True where a question asks which one of a series something was, or for all of them. */
export const asksNumber = readOnce(({ searchText }: Question): boolean =>
  NUMBERED.test(
    terms(searchText)
      .map(({ folded }) => folded)
      .join(" "),
  ),
);

/** True for the name of a series that any meeting bears. */
export const isAnyMeeting = (name: string): boolean => ANY_MEETING.has(name);

/** Where a text names series of events of their own name. */
export function seriesIn(text: string): (TextRange & { readonly name: string })[] {
  const folded = foldAligned(text);
  return SERIES.flatMap((name) => {
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

/** The names of the series that a question asks about, folded; empty where it asks about single meetings. */
export function seriesOf(question: Question): string[] {
  const named = seriesIn(question.searchText).map(({ name }) => name);
  const isPeriodic =
    PERIODIC.test(foldAligned(question.searchText)) && bodiesOf(question).length > 0;
  const own = named.filter((name) => !isAnyMeeting(name));
  // "Hội nghị Ủy ban công tác liên hợp" is no other conference.
  if (own.length > 0)
    return [...new Set(own.flatMap((name) => ALIKE.find((all) => all.includes(name)) ?? [name]))];
  return asksNumber(question) || isPeriodic ? named : [];
}
