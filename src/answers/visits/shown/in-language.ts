import { placeNameIn } from "../../../language/translate/index.ts";
import type { Language } from "../../../model/index.ts";

const RANK = /^(?:tỉnh|thành phố|TP\.?|thủ đô|nước) (?=\p{Lu})/u;

/** A place's name in the language of the asker where it has a sure one ("tỉnh Quảng Tây" → Guangxi); other names as they are. */
export function placeInLanguage(name: string, language: Language): string {
  if (language === "vi") return name;
  return placeNameIn(name.replace(RANK, ""), language) ?? name;
}

type Foreign = Exclude<Language, "vi">;
type Words = Readonly<Record<Foreign, (of: string) => string>>;

/** Kinds of bodies before what they are of, each with how others name it. */
const BODIES: readonly (readonly [RegExp, Words])[] = [
  // lãnh đạo UBND tỉnh
  [/^lãnh đạo /iu, { en: (of) => `the leaders of ${of}`, zh: (of) => `${of}领导` }],
  // đoàn công tác của tỉnh Lạng Sơn
  [
    /^đoàn (?:(?:đại biểu|công tác|cán bộ) )?(?:của )?/iu,
    { en: (of) => `the delegation of ${of}`, zh: (of) => `${of}代表团` },
  ],
  [
    /^(?:UBND|Ủy ban nhân dân) /iu,
    { en: (of) => `the People's Committee of ${of}`, zh: (of) => `${of}人民委员会` },
  ],
  [
    /^(?:HĐND|Hội đồng nhân dân) /iu,
    { en: (of) => `the People's Council of ${of}`, zh: (of) => `${of}人民议会` },
  ],
  [
    /^Chính phủ nhân dân /iu,
    { en: (of) => `the People's Government of ${of}`, zh: (of) => `${of}人民政府` },
  ],
];

/** Bodies of which the whole name is known. */
const WHOLE: readonly (readonly [RegExp, Readonly<Record<Foreign, string>>])[] = [
  [
    /^Đại sứ quán Trung Quốc(?: tại Việt Nam)?$/iu,
    { en: "the Chinese Embassy in Vietnam", zh: "中国驻越南大使馆" },
  ],
];

/** Ranks before a place's name. */
const RANKS: readonly (readonly [RegExp, Words])[] = [
  [/^tỉnh /iu, { en: (name) => `${name} Province`, zh: (name) => `${name}省` }],
  [/^(?:thành phố|TP\.?) /iu, { en: (name) => `${name} City`, zh: (name) => `${name}市` }],
  [/^thị (?:xã )?/iu, { en: (name) => `${name} City`, zh: (name) => `${name}市` }],
  [/^huyện /iu, { en: (name) => `${name} District`, zh: (name) => `${name}县` }],
  [/^châu /iu, { en: (name) => `${name} Prefecture`, zh: (name) => `${name}州` }],
  [/^/u, { en: (name) => name, zh: (name) => name }],
];

/** "tỉnh Lạng Sơn", "thị Bằng Tường, Quảng Tây, Trung Quốc"; a rank alone is that of the side's province. */
function place(text: string, province: string | null, language: Foreign): string | null {
  const parts = text.split(/, | \(|\)$/u).filter((part) => part !== "");
  const named = parts.map((part) => {
    const whole = /^tỉnh$/iu.test(part) && province !== null ? `tỉnh ${province}` : part;
    const [pattern, words] = RANKS.find(([rank]) => rank.test(whole))!;
    const name = placeNameIn(whole.replace(pattern, ""), language);
    if (name === null) return null;
    // "广西" and "重庆市" carry no second rank.
    const ranked = words[language](name);
    return ranked.startsWith(name) && /[省市县州区]$/u.test(name) ? name : ranked;
  });
  if (named.length === 0 || named.includes(null)) return null;
  return language === "zh" ? named.toReversed().join("") : named.join(", ");
}

/**
 * What a Vietnamese body is, in the reader's language: "lãnh đạo UBND tỉnh" of Lạng Sơn → 谅山省人民委员会领导.
 *
 * @param province Where the body is, as far as that is known.
 * @returns Null where a part of its name has no sure translation.
 */
export function bodyInLanguage(
  name: string,
  province: string | null,
  language: Foreign,
): string | null {
  const whole = WHOLE.find(([pattern]) => pattern.test(name));
  if (whole !== undefined) return whole[1][language];
  const body = BODIES.find(([pattern]) => pattern.test(name));
  if (body === undefined) return place(name, province, language);
  const [pattern, words] = body;
  const of = bodyInLanguage(name.replace(pattern, ""), province, language);
  return of && words[language](of);
}
