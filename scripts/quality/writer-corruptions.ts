import { knownPlace, namesIn, numbersIn } from "../../src/language/names/index.ts";
import { placeRows } from "../../src/language/places/index.ts";
import { datesIn, fold, terms } from "../../src/language/text/index.ts";
import { placeNameIn } from "../../src/language/translate/index.ts";
import type { Article, Language } from "../../src/model/index.ts";
import type { Case, Draw, Source } from "./writer-claims.ts";
import { INVENTED, nameIn, officeIn } from "./writer-wordings.ts";

/** A case with one thing in it made false; null where its kind has nothing to change, or it might still be true. */
type Corruption = (one: Case, draw: Draw, source: Source) => Case | null;

const articleOf = ({ claim }: Case, source: Source): Article =>
  source.articles.get(claim.from[0]!.articleId)!;

/** All that the cited passages and their articles' titles say, folded. */
const cited = ({ context, cited: numbers }: Case): string =>
  fold(
    context.passages
      .filter(({ n }) => numbers.includes(n))
      .map(({ text, title }) => `${title}\n${text}`)
      .join("\n"),
  );

const changed = (one: Case, text: string): Case | null =>
  text === one.text ? null : { ...one, text };

const swapped = (one: Case, start: number, end: number, put: string): Case | null =>
  changed(one, one.text.slice(0, start) + put + one.text.slice(end));

const isVi = ({ claim }: Case) => claim.language === "vi";

/** Persons that a claim names: as it was made, or as the reader finds them in a quotation. */
function personsOf(one: Case): { start: number; end: number; side: "host" | "guest" | null }[] {
  const { persons } = one.claim;
  if (persons.length > 0)
    return persons.flatMap(({ written, side }) => {
      const start = one.text.indexOf(written);
      return start < 0 ? [] : [{ start, end: start + written.length, side }];
    });
  if (!isVi(one)) return [];
  return namesIn(one.text)
    .filter(({ type, start, end }) => type === "person" && one.text.slice(start, end).includes(" "))
    .map(({ start, end }) => ({ start, end, side: null }));
}

/** Another person: of the other side of the meeting, or of another article. */
const person: Corruption = (one, draw, source) => {
  const found = draw.one(personsOf(one));
  if (found === undefined) return null;
  const { record } = one.claim;
  const own = fold(one.text.slice(found.start, found.end));
  const opposite =
    record !== null && found.side !== null
      ? record[found.side === "host" ? "guest" : "host"].people
      : [];
  const near = opposite
    .filter(({ name }) => !one.text.includes(name) && fold(name) !== own)
    .map(({ name }) => name);
  const all = draw
    .shuffled(source.records)
    .slice(0, 40)
    .flatMap(({ host, guest }) =>
      [host, guest].flatMap(({ people }) => people.map(({ name }) => name)),
    );
  const text = cited(one);
  const far = all.filter((name) => name.includes(" ") && !text.includes(fold(name)));
  const other = near.length > 0 && draw.next() < 0.5 ? draw.one(near) : draw.one(far);
  if (other === undefined) return null;
  // Whoever has the same office makes no false sentence.
  const held = one.claim.persons[0]?.office;
  if (one.claim.kind === "office" && held != null && isHeldBy(other, held, source)) return null;
  return swapped(one, found.start, found.end, nameIn(other, one.claim.language, draw));
};

const isHeldBy = (name: string, office: string, source: Source): boolean =>
  [...source.articles.values()].some(({ title, text }) =>
    personText(fold(`${title}\n${text}`), fold(name)).includes(shortest(office)),
  );

const OFFICES = [
  "Bí thư Tỉnh ủy",
  "Chủ tịch Ủy ban nhân dân tỉnh",
  "Phó Chủ tịch Ủy ban nhân dân tỉnh",
  "Chủ tịch Hội đồng nhân dân",
  "Bí thư Huyện ủy",
  "Giám đốc Sở Ngoại vụ",
  "Phó Bí thư Tỉnh ủy",
  "Tổng Lãnh sự",
  "Bí thư Thị ủy",
];
const HEADS: readonly (readonly [RegExp, string])[] = [
  [/Phó Chủ tịch/u, "Chủ tịch"],
  [/Phó Bí thư/u, "Bí thư"],
  [/Phó Giám đốc/u, "Giám đốc"],
  [/Bí thư/u, "Phó Bí thư"],
  [/Chủ tịch/u, "Phó Chủ tịch"],
  [/Giám đốc/u, "Phó Giám đốc"],
  [/Thị trưởng/u, "Phó Thị trưởng"],
  [/UBND|Ủy ban nhân dân/u, "HĐND"],
  [/HĐND|Hội đồng nhân dân/u, "UBND"],
];

/** Another office for the person who is told of. */
const office: Corruption = (one, draw, source) => {
  const { persons, language } = one.claim;
  const holder = draw.one(
    persons.filter(
      ({ writtenOffice }) => writtenOffice !== null && one.text.includes(writtenOffice),
    ),
  );
  const text = fold(`${articleOf(one, source).title}\n${articleOf(one, source).text}`);
  if (holder === undefined) {
    if (!isVi(one)) return null;
    const [pattern, put] = draw.one(HEADS)!;
    const found = new RegExp(`(?<!Phó |nguyên )${pattern.source}(?! nước)`, "u").exec(one.text);
    if (found === null) return null;
    const end = found.index + found[0].length;
    if (text.includes(fold(`${put}${one.text.slice(end, end + 14)}`))) return null;
    return swapped(one, found.index, end, put);
  }
  const own = holder.office!;
  const around = personText(text, fold(holder.name));
  const other = draw.one(
    OFFICES.filter(
      (office) => !around.includes(shortest(office)) && words(office, 3) !== words(own, 3),
    ),
  );
  const written = other === undefined ? null : officeIn(other, language);
  if (written === null) return null;
  // An office of all of whose words another one is made says less, not otherwise.
  if (fold(own).includes(fold(other!))) return null;
  return changed(one, one.text.replace(holder.writtenOffice!, written));
};

/** What stands within reach of a name wherever it is told. */
function personText(text: string, name: string): string {
  let all = "";
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    all += ` ${text.slice(Math.max(0, at - 160), at + name.length + 200)}`;
  return all
    .replaceAll("thuong truc ", "")
    .replaceAll("ubnd", "uy ban nhan dan")
    .replaceAll("hdnd", "hoi dong nhan dan");
}

const words = (office: string, count: number) => fold(office).split(" ").slice(0, count).join(" ");
const shortest = (office: string) => words(office, 4);

/** Another place of the same rank. */
const place: Corruption = (one, draw) => {
  const { language } = one.claim;
  const text = cited(one);
  const rows = placeRows().filter(
    ({ rank, country, needsCue }) =>
      !needsCue &&
      country !== null &&
      (rank === "province" || rank === "district" || rank === "city" || rank === "prefecture"),
  );
  const named = (name: string) => (language === "vi" ? name : placeNameIn(name, language));
  const holders = personsOf(one);
  const present = rows.flatMap((row) => {
    const written = named(row.name);
    const start = written === null ? -1 : one.text.indexOf(written);
    const end = start + (written?.length ?? 0);
    return start < 0 ||
      holders.some((other) => other.start < end && start < other.end) ||
      (/\p{L}/u.test(one.text[end] ?? "") && language !== "zh")
      ? []
      : [{ row, start, end }];
  });
  const found = draw.one(present);
  if (found === undefined) return null;
  const others = rows.filter((row) => {
    const name = named(row.name);
    return (
      row.rank === found.row.rank &&
      row.country === found.row.country &&
      name !== null &&
      !one.text.includes(name) &&
      !text.includes(fold(row.name))
    );
  });
  const near = placesNear(one, draw).filter(
    (row) =>
      row.rank === found.row.rank &&
      row.name !== found.row.name &&
      !one.text.includes(named(row.name) ?? row.name),
  );
  const other =
    one.claim.kind === "sides" && near.length > 0 && draw.next() < 0.4 ? near[0] : draw.one(others);
  if (other === undefined) return null;
  // "Bằng Tường" for a town of the same province stays false; a wider place would only say less.
  if (knownPlace(found.row.name)?.name === knownPlace(other.name)?.name) return null;
  return swapped(one, found.start, found.end, named(other.name)!);
};

/** Places of other passages of the case. */
function placesNear(one: Case, draw: Draw) {
  const passages = one.context.passages.filter(({ n }) => !one.cited.includes(n));
  const others = fold(passages.map(({ text }) => text).join("\n"));
  const own = cited(one);
  return draw.shuffled(
    placeRows().filter(
      ({ name, needsCue }) => !needsCue && others.includes(fold(name)) && !own.includes(fold(name)),
    ),
  );
}

/** Who came received, who received came; or the other side spoke. */
const side: Corruption = (one) => {
  const { reversed, kind, record } = one.claim;
  if (reversed === null) return null;
  // Talks have no direction.
  if (kind === "received" && /^(?:hội|làm)/u.test(record!.kind)) return null;
  return changed(one, reversed);
};

function dateChange(name: "year" | "day" | "month"): Corruption {
  return (one, draw, source) => {
    const text = cited(one);
    const { published } = articleOf(one, source);
    for (const { date, kind, start, end } of datesIn(one.text)) {
      if (kind !== "date" || date === null || date[name] === null) continue;
      const words = one.text.slice(start, end);
      const step = draw.one([-3, -2, -1, 1, 2, 3])!;
      const next = { ...date, [name]: date[name]! + step };
      if (next.day !== null && (next.day < 1 || next.day > 28)) continue;
      if (next.month !== null && (next.month < 1 || next.month > 12)) continue;
      const told = datesIn(text).some(({ date: other, endDate }) =>
        [other, endDate].some(
          (d) =>
            d != null &&
            d[name] === next[name] &&
            (name === "year" || d.day === next.day) &&
            (d.month === null || next.month === null || d.month === next.month),
        ),
      );
      const isPublished = name === "year" && date.month === null;
      if (told || (isPublished && published?.includes(`${next.year}-`))) continue;
      const put = written(words, date[name]!, next[name]!, name);
      if (put === null) continue;
      return swapped(one, start, end, put);
    }
    return null;
  };
}

const MONTHS =
  "January February March April May June July August September October November December".split(
    " ",
  );

/** The words of a date with one number in them changed. */
function written(
  words: string,
  from: number,
  to: number,
  part: "year" | "day" | "month",
): string | null {
  if (part === "year")
    return words.includes(String(from)) ? words.replace(String(from), String(to)) : null;
  if (part === "month") {
    if (words.includes(MONTHS[from - 1]!)) return words.replace(MONTHS[from - 1]!, MONTHS[to - 1]!);
    const month = new RegExp(`(tháng 0?|/0?|年0?)${from}(?=\\D|$)`, "u");
    return month.test(words)
      ? words.replace(month, (_, lead: string) => `${lead.replace(/0$/u, "")}${to}`)
      : null;
  }
  const day = new RegExp(`(?<![\\d/])0?${from}(?!\\d)`, "u");
  if (/年/u.test(words)) return words.replace(new RegExp(`月0?${from}日`, "u"), `月${to}日`);
  if (new RegExp(`tháng 0?${from}(?!\\d)`, "u").test(words)) return null;
  return day.test(words) ? words.replace(day, String(to)) : null;
}

/** Another number of the same thing. */
const number: Corruption = (one, draw) => {
  const text = cited(one);
  const dates = datesIn(one.text);
  const found = numbersIn(one.text).filter(
    ({ start, end }) =>
      /^\d/u.test(one.text.slice(start)) &&
      !dates.some((date) => date.start < end && start < date.end),
  );
  const target = draw.one(found);
  if (target === undefined) return null;
  const digits = /^\d+(?:[.,]\d+)*/u.exec(one.text.slice(target.start))![0];
  const changedDigits = digits.replace(/\d(?=\D*$)/u, (d) =>
    String((Number(d) + 1 + Math.floor(draw.next() * 8)) % 10),
  );
  if (
    new RegExp(`(?<!\\d)${changedDigits.replace(/[.,]/gu, "[$&]")}(?!\\d)`, "u").test(text) ||
    Number(changedDigits) === 0
  )
    return null;
  return swapped(one, target.start, target.start + digits.length, changedDigits);
};

const UNITS: readonly (readonly [string, readonly string[]])[] = [
  ["triệu", ["tỷ", "nghìn"]],
  ["tỷ", ["triệu", "nghìn"]],
  ["nghìn", ["triệu"]],
  ["km", ["m", "ha"]],
  ["ha", ["km"]],
  ["tấn", ["kg"]],
  ["USD", ["đồng", "nhân dân tệ"]],
  ["đồng", ["USD"]],
  ["%", [" lần", " triệu đồng"]],
  ["người", ["hộ", "doanh nghiệp"]],
  ["dự án", ["doanh nghiệp", "xã"]],
  ["xã", ["huyện", "cửa khẩu"]],
  ["cửa khẩu", ["dự án", "trường học"]],
  ["cặp", ["dự án"]],
  ["lần", ["năm"]],
];

/** Another unit, or another thing that is counted. */
const unit: Corruption = (one, draw) => {
  if (!isVi(one)) return null;
  const dates = datesIn(one.text);
  for (const { start, numberEnd, end } of draw.shuffled(numbersIn(one.text))) {
    if (
      !/^\d/u.test(one.text.slice(start)) ||
      dates.some((date) => date.start < end && start < date.end)
    )
      continue;
    const from = start + /^\d+(?:[.,]\d+)*/u.exec(one.text.slice(start))![0].length;
    const behind = one.text.slice(from, Math.max(end, numberEnd) + 1);
    for (const [own, others] of UNITS) {
      const at = behind.search(new RegExp(`^\\s?${own}(?!\\p{L})`, "u"));
      if (at < 0) continue;
      const lead = behind.startsWith(" ") ? 1 : 0;
      const put = draw.one(others)!;
      const digits = one.text.slice(start, from);
      if (cited(one).includes(fold(`${digits}${" ".repeat(lead)}${put}`).trim())) continue;
      return swapped(one, from + lead, from + lead + own.length, put);
    }
  }
  return null;
};

const ACTS: Readonly<Record<Language, readonly (readonly [RegExp, string])[]>> = {
  vi: [
    [
      /(?<=^|[ ,])(?:đề nghị|đề xuất|kiến nghị|mong muốn)(?= (?!của|được|này|trên))/u,
      "đã nhất trí",
    ],
    [/(?<=^|[ ,])(?:nhất trí|thống nhất|đồng ý)(?= (?!cao|của|quan điểm))/u, "đề nghị"],
    [/(?<=^|[ ,])(?:sẽ|dự kiến)(?= \p{Ll})/u, "đã"],
  ],
  en: [
    [/(?<= )(?:proposed|suggested|requested)(?= )/u, "agreed on"],
    [/(?<= )agreed on(?= )/u, "proposed"],
  ],
  zh: [
    [/(?:建议|希望)/u, "同意"],
    [/同意/u, "建议"],
  ],
};

/** Proposed is told as agreed, agreed as proposed, planned as done. */
const act: Corruption = (one, draw) => {
  const rules = draw
    .shuffled(ACTS[one.claim.language])
    .filter(([pattern]) => pattern.test(one.text));
  const [rule] = rules;
  if (rule === undefined) return null;
  const text = one.text.replace(rule[0], rule[1]);
  if (rule[1] === "đã" && /(?:nhất trí|thống nhất|cam kết)/u.test(one.text)) return null;
  // "đã nhất trí, thống nhất": the same is told by another word.
  const rest = text.replace(rule[1], "");
  if (
    rule[1] !== "đã" &&
    ACTS[one.claim.language].some(
      ([pattern, put]) => put !== rule[1] && put !== "đã" && pattern.test(rest),
    )
  )
    return null;
  return changed(one, text);
};

const VERBS: Readonly<Record<Language, RegExp>> = {
  vi: /(?<= )(?:đã |sẽ )?(?:đề nghị|nhất trí|thống nhất|tăng cường|ký kết|tổ chức|tham dự|triển khai|hỗ trợ|tiếp|hội đàm|phối hợp|đạt|mở|trao đổi|đánh giá cao|có)(?= )/u,
  en: /(?<= )(?:received|proposed|suggested|requested|discussed|agreed on|held talks|met with|is)(?= )/u,
  zh: /(?:会见了|会见|建议|希望|同意|讨论了|担任)/u,
};
const DENIED_EN: Readonly<Record<string, string>> = {
  received: "did not receive",
  proposed: "did not propose",
  suggested: "did not suggest",
  requested: "did not request",
  discussed: "did not discuss",
  "agreed on": "did not agree on",
  "held talks": "did not hold talks",
  "met with": "did not meet with",
  is: "is not",
};

/** Denied, or no longer denied. */
const negation: Corruption = (one) => {
  const { language } = one.claim;
  if (language === "vi") {
    const own = / (?:không|chưa) (?=\p{Ll})/u.exec(one.text);
    if (own !== null && !/ (?:không (?:chỉ|ngừng|gian|những))/u.test(one.text))
      return changed(one, one.text.replace(own[0], " "));
  }
  const found = VERBS[language].exec(one.text);
  if (found === null || /(?:không|chưa|not )/u.test(one.text)) return null;
  const put =
    language === "vi"
      ? `không ${found[0].replace(/^đã /u, "")}`
      : language === "zh"
        ? `没有${found[0].replace("了", "")}`
        : DENIED_EN[found[0]]!;
  return swapped(one, found.index, found.index + found[0].length, put);
};

/** The number of a passage that does not hold it. */
const citation: Corruption = (one, draw, source) => {
  const { record, from } = one.claim;
  const own = new Set([...(record?.articleIds ?? []), ...from.map(({ articleId }) => articleId)]);
  const others = one.context.passages.filter(
    ({ articleId, n }) => !own.has(articleId) && !one.cited.includes(n),
  );
  const told = from
    .map(({ articleId, start, end }) => source.articles.get(articleId)!.text.slice(start, end))
    .join(" ");
  const words = new Set(
    terms(`${one.claim.language === "vi" ? one.text : ""} ${told}`).map(({ folded }) => folded),
  );
  const wrong = draw.one(
    others.filter(({ text, title }) => {
      const there = new Set(terms(`${title} ${text}`).map(({ folded }) => folded));
      return [...words].filter((word) => there.has(word)).length < 0.6 * words.size;
    }),
  );
  return wrong === undefined ? null : { ...one, cited: [wrong.n] };
};

/** A clause that nobody told. */
const clause: Corruption = (one, draw) => {
  const put = draw.one(INVENTED[one.claim.language])!;
  const told = cited(one);
  if (one.claim.language === "vi") {
    const own = terms(put).map(({ folded }) => folded);
    if (own.filter((word) => told.includes(word)).length > 0.8 * own.length) return null;
  }
  return changed(one, `${one.text.replace(/[.。;]\s*$/u, "")}${put}`);
};

/** A case in which the passages of another one are cited too, with a text of both. */
function mergedWith(one: Case, other: Case, text: string): Case {
  const { passages, records } = one.context;
  const from = other.context.passages
    .filter(({ n }) => other.cited.includes(n))
    .map((passage, i) => ({ ...passage, n: passages.length + i + 1 }));
  return {
    ...one,
    text,
    cited: [...one.cited, ...from.map(({ n }) => n)],
    context: {
      ...one.context,
      passages: [...passages, ...from],
      records: [...new Set([...records, ...other.context.records])],
    },
  };
}

/** Words of another meeting told as if of this one, both passages cited. */
const merged =
  (others: readonly Case[]): Corruption =>
  (one, draw) => {
    const { record, language, kind } = one.claim;
    if (record === null || (kind !== "received" && kind !== "sides" && kind !== "point"))
      return null;
    const other = draw.one(
      others.filter(
        ({ claim }) =>
          claim.kind === "point" &&
          claim.language === language &&
          claim.record !== null &&
          claim.record !== record &&
          claim.from[0]!.articleId !== one.claim.from[0]!.articleId &&
          !claim.record.articleIds.some((id) => record.articleIds.includes(id)),
      ),
    );
    if (other === undefined) return null;
    const link = { vi: "; tại buổi tiếp, ", en: "; at the meeting, ", zh: "；会上，" }[language];
    const second = other.text.replace(/^(?:Ông|Hai|The)/u, (first) => first.toLowerCase());
    return mergedWith(one, other, `${one.text.replace(/[.。]\s*$/u, "")}${link}${second}`);
  };

/** The guest of another meeting, both passages cited. */
const guestOfAnother =
  (others: readonly Case[]): Corruption =>
  (one, draw) => {
    const { claim } = one;
    if (claim.kind !== "received") return null;
    const other = draw.one(
      others.filter(
        ({ claim: two }) =>
          two.kind === "received" &&
          two.language === claim.language &&
          two.record !== claim.record &&
          !two.record!.articleIds.some((id) => claim.record!.articleIds.includes(id)) &&
          fold(two.persons[1]!.name) !== fold(claim.persons[1]!.name),
      ),
    );
    if (other === undefined) return null;
    const [own, put] = [claim.persons[1]!, other.claim.persons[1]!];
    const before =
      own.writtenOffice !== null && one.text.includes(own.writtenOffice) ? own.writtenOffice : null;
    let text = one.text.replace(own.written, put.written);
    if (before !== null && put.writtenOffice !== null)
      text = text.replace(before, put.writtenOffice);
    if (before !== null && put.writtenOffice === null) return null;
    return mergedWith(one, other, text);
  };

/** All corruptions, each with its name. */
export function corruptionsOf(others: readonly Case[]): readonly (readonly [string, Corruption])[] {
  return [
    ["person", person],
    ["office", office],
    ["place", place],
    ["side", side],
    ["year", dateChange("year")],
    ["month", dateChange("month")],
    ["day", dateChange("day")],
    ["number", number],
    ["unit", unit],
    ["act", act],
    ["negation", negation],
    ["citation", citation],
    ["clause", clause],
    ["merged", merged(others)],
    ["merged-guest", guestOfAnother(others)],
  ];
}
