import { HOME_COUNTRY, placeRows } from "../places/index.ts";
import {
  fold,
  hasMarks,
  isSyllableShaped,
  markedWords,
  phraseSet,
  type Term,
  terms,
} from "../text/index.ts";
import { glosses } from "./gloss.ts";

/**
 * Abbreviations of offices, titles and places with their full forms. Keys are lower case with marks; a stop
 * or a stroke inside parts words, so that `T.Ư` stands here as `t ư`. Full forms are written as within a
 * sentence, in the old tone placement.
 *
 * Only those that mean one thing in reports of visits: CT, BT, HĐ or DN alone do not.
 */
export const ABBREVIATION_FORMS: Readonly<Record<string, string>> = {
  ubnd: "ủy ban nhân dân",
  hđnd: "hội đồng nhân dân",
  ubmttq: "ủy ban mặt trận tổ quốc",
  mttq: "mặt trận tổ quốc",
  btv: "ban thường vụ",
  bch: "ban chấp hành",
  bct: "bộ chính trị",
  uvbch: "ủy viên ban chấp hành",
  uvbtv: "ủy viên ban thường vụ",
  uvtv: "ủy viên thường vụ",
  uvbct: "ủy viên bộ chính trị",
  ubkt: "ủy ban kiểm tra",
  btg: "ban tuyên giáo",
  btc: "ban tổ chức",
  bdv: "ban dân vận",
  bnc: "ban nội chính",
  tu: "tỉnh ủy",
  btvtu: "ban thường vụ tỉnh ủy",
  "bt tu": "bí thư tỉnh ủy",
  "pbt tu": "phó bí thư tỉnh ủy",
  pbt: "phó bí thư",
  tw: "trung ương",
  tư: "trung ương",
  "t ư": "trung ương",
  "t w": "trung ương",
  "đ c": "đồng chí",
  tp: "thành phố",
  tphcm: "thành phố Hồ Chí Minh",
  tx: "thị xã",
  hcm: "Hồ Chí Minh",
  vn: "Việt Nam",
  tq: "Trung Quốc",
  đsq: "đại sứ quán",
  tlsq: "tổng lãnh sự quán",
  lsq: "lãnh sự quán",
  bng: "bộ Ngoại giao",
  "bộ ng": "bộ Ngoại giao",
  bqp: "bộ Quốc phòng",
  bca: "bộ Công an",
  bđbp: "bộ đội biên phòng",
  "đồn bp": "đồn biên phòng",
  "đồn bpck": "đồn biên phòng cửa khẩu",
  "trạm bp": "trạm biên phòng",
  ktck: "kinh tế cửa khẩu",
  ckqt: "cửa khẩu quốc tế",
  xnk: "xuất nhập khẩu",
  xnc: "xuất nhập cảnh",
  gđ: "giám đốc",
  pgđ: "phó giám đốc",
  pct: "phó chủ tịch",
  "ct ubnd": "chủ tịch ủy ban nhân dân",
  "ct hđnd": "chủ tịch hội đồng nhân dân",
  "ct nước": "chủ tịch nước",
  "ct qh": "chủ tịch quốc hội",
  khcn: "khoa học công nghệ",
  "kh cn": "khoa học công nghệ",
  "gd đt": "giáo dục đào tạo",
  gdđt: "giáo dục đào tạo",
  lhpn: "liên hiệp phụ nữ",
  lhtn: "liên hiệp thanh niên",
  tncs: "thanh niên cộng sản",
  ccb: "cựu chiến binh",
  kkt: "khu kinh tế",
  bql: "ban quản lý",
  // Storms by the name that the region gives them, and by their number of the year at home.
  "bão damrey": "bão số 12",
  "bão molave": "bão số 9",
  "bão yagi": "bão số 3",
  "bão trà mi": "bão số 6",
  "bão trami": "bão số 6",
  "bão wipha": "bão số 3",
  "bão kajiki": "bão số 5",
  "bão ragasa": "bão số 9",
  "bão bualoi": "bão số 10",
  "bão matmo": "bão số 11",
};

/** `tư` (four, private) and `tu` are words as well: they are abbreviations only in capitals. */
const isWord = (key: string) => isSyllableShaped(fold(key));
const NEIGHBOURS: ReadonlySet<string | null> = new Set([HOME_COUNTRY, "Trung Quốc", "Lào"]);
const words = (name: string): number => name.split(/[ -]/u).length;
/**
 * Other spellings of a place: of as many words as its name ("Ma Ly Pho", "Đắc Lắc", but not "Hồ Chí Minh"), foreign
 * ones ("Luang Namtha"), and those in one word that is no syllable ("Malypho").
 */
const isSpelling = (spelling: string, name: string, country: string | null): boolean =>
  words(spelling) === words(name) ||
  // "TP HCM" is an abbreviation, with forms of its own.
  ((country !== HOME_COUNTRY || words(spelling) === 1) &&
    !spelling.split(/[ -]/u).every((word) => isWord(markedWords(word))));
const SPELLINGS: Readonly<Record<string, string>> = Object.fromEntries(
  placeRows().flatMap(({ name, rank, spellings, country }) =>
    (NEIGHBOURS.has(country) && rank !== "country" ? spellings : [])
      .filter((spelling) => isSpelling(spelling, name, country))
      .map((spelling) => [markedWords(spelling), name]),
  ),
);
const WRITTEN_OUT: Readonly<Record<string, string>> = { ...SPELLINGS, ...ABBREVIATION_FORMS };
const KEYS = Object.keys(WRITTEN_OUT);
const FOLDED_KEYS = KEYS.filter((key) => !isWord(key) && !key.startsWith("t "));
/** By what is typed, with marks or without: HDND stands for HĐND. */
const FORMS = new Map(
  [
    ...FOLDED_KEYS.map((key) => [fold(key), key] as const),
    ...KEYS.map((key) => [key, key] as const),
  ].map(([typed, key]) => [typed, WRITTEN_OUT[key]!]),
);
const MARKED = phraseSet(FORMS.keys());
const FOLDED = phraseSet(FOLDED_KEYS.map(fold));
/** What may stand between the parts of one abbreviation: `T.Ư`, `đ/c`, `GD-ĐT`, `CT UBND`. */
const JOINT = /^(?:\s|\s?[./&-]\s?)$/u;

interface Abbreviation {
  /** Places in the list of terms. */
  readonly from: number;
  readonly to: number;
  readonly form: string;
}

function abbreviationsIn(text: string, list: readonly Term[]): Abbreviation[] {
  const unmarked = !hasMarks(text);
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  const found: Abbreviation[] = [];
  for (let from = 0; from < list.length; ) {
    const length = (unmarked ? FOLDED : MARKED).longestAt(words, from);
    if (length === 0) {
      from++;
      continue;
    }
    const to = from + length;
    const key = words.slice(from, to).join(" ");
    const form = FORMS.get(key);
    const run = list.slice(from, to);
    const joined = run.every(
      (term, i) => i === 0 || JOINT.test(text.slice(run[i - 1]!.end, term.start)),
    );
    const capital = run.every((term) => {
      const written = text.slice(term.start, term.end);
      return written === written.toUpperCase();
    });
    if (form !== undefined && joined && (capital || !isWord(key))) {
      found.push({ from, to, form });
      from = to;
    } else from++;
  }
  return found;
}

/** Writes the abbreviations of a question out: `CT UBND TP` → `chủ tịch ủy ban nhân dân thành phố`; without marks where it has none. */
export function writtenOut(text: string): string {
  const list = terms(text);
  const unmarked = !hasMarks(text);
  let out = "";
  let at = 0;
  for (const { from, to, form } of abbreviationsIn(text, list)) {
    out += `${text.slice(at, list[from]!.start)}${unmarked ? fold(form) : form}`;
    at = list[to - 1]!.end;
    // `TP.Lạng Sơn`, `TP. HCM`: the stop belongs to the abbreviation.
    const stop = /^\.\s?(?=\p{L})/u.exec(text.slice(at));
    if (stop !== null) {
      out += " ";
      at += stop[0].length;
    }
  }
  return out + text.slice(at);
}

/** The words of a foreign text's Vietnamese rendering, each with the range of its sentence. */
function renderedTerms(text: string): Term[] {
  return glosses(text).flatMap(({ start, end, vi }) =>
    terms(vi).map(({ marked, folded }) => ({ marked, folded, start, end })),
  );
}

/**
 * The terms of a text, with those of its Vietnamese rendering where it is English or Chinese, its abbreviations written out: each word of the full form has the range of the
 * abbreviation. So questions and articles meet whichever form either of them uses.
 */
export function expandedTerms(text: string): Term[] {
  const rendered = renderedTerms(text);
  const list = terms(text);
  if (rendered.length > 0) {
    list.push(...rendered);
    list.sort((a, b) => a.start - b.start);
  }
  const found = abbreviationsIn(text, list);
  if (found.length === 0) return list;
  const expanded: Term[] = [];
  let at = 0;
  for (const { from, to, form } of found) {
    const { start } = list[from]!;
    const { end } = list[to - 1]!;
    expanded.push(
      ...list.slice(at, from),
      ...terms(form).map(({ marked, folded }) => ({ marked, folded, start, end })),
    );
    at = to;
  }
  return [...expanded, ...list.slice(at)];
}

/** The folded words of `expandedTerms`, parted and surrounded by single spaces, so that a phrase is found as a whole. */
export const expandedWords = (text: string): string =>
  ` ${expandedTerms(text)
    .map(({ folded }) => folded)
    .join(" ")} `;
