import { fold } from "../../language/text/index.ts";
import type { Question } from "../question/index.ts";
import type { ArticleWords } from "../search/index.ts";

/** Bodies that meet in their own right, folded, each with the names under which reports tell of it. */
const BODIES: readonly (readonly string[])[] = [
  ["chinh hiep"],
  ["nhan dai"],
  ["mat tran", "mttq"],
  ["hoi dong nhan dan", "hdnd"],
  ["cong an", "canh sat"],
  ["hai quan"],
  ["truong chinh tri", "truong dang"],
  ["benh vien"],
  ["bien phong"],
  ["hien binh"],
  ["kiem sat"],
  ["toa an", "tand"],
  ["phu nu", "lhpn"],
  [
    "thanh nien",
    "tinh doan",
    "bi thu thanh doan",
    "bi thu khu doan",
    "huyen doan",
    "doan thanh nien",
  ],
  ["lien doan lao dong", "ldld", "cong doan", "cong hoi"],
  ["nong dan"],
  ["cuu chien binh"],
  ["so y te", "nganh y te", "y te"],
  ["so giao duc", "nganh giao duc", "giao duc"],
  ["gap go dau xuan"],
];

/** The bodies that a question names. */
export function bodiesOf({ searchText }: Pick<Question, "searchText">): (readonly string[])[] {
  const words = padded(searchText);
  return BODIES.filter((names) => names.some((name) => words.includes(` ${name} `)));
}

/** All names of the body of which a folded phrase is one; the phrase alone where it names none. */
export const bodyNames = (phrase: string): readonly string[] => bodyCalled(phrase) ?? [phrase];

/** True for a folded phrase that names a body. */
export const isBody = (phrase: string): boolean => bodyCalled(phrase) !== undefined;

/** The body that has a folded phrase as one of its names. */
const bodyCalled = (phrase: string) => BODIES.find((names) => names.includes(phrase));

/** True where an article, by its folded words, tells nothing of a body. */
export const lacksBody = (body: readonly string[], words: ArticleWords): boolean =>
  !body.some((name) => words.has(name));

/** Documents that two sides sign, folded: alternatives of an expression. */
export const PAPERS =
  "ban ghi nho|bien ban(?: ghi nho)?|thoa thuan|hiep dinh|hop dong|van ban|van kien|nghi dinh thu";

/** "ký biên bản", folded: without its mark "ky" is other words too, so what is signed stands behind it. */
const SIGNING = new RegExp(` ky (?:ket )?(?:${PAPERS}) `, "u");

/** True where a question asks of a signing. */
export const asksSigning = ({ searchText }: Question): boolean => SIGNING.test(padded(searchText));

/** True where a text tells of one. */
export const tellsSigning = (text: string): boolean => /(?<!\p{L})ký(?!\p{L})/iu.test(text);

const padded = (text: string): string => ` ${fold(text).replace(/[^a-z0-9]+/gu, " ")} `;
