import { readFileSync } from "node:fs";
import { fold } from "../text/index.ts";

interface HanViet {
  /** Character to its readings, the usual one first. */
  readonly readings: ReadonlyMap<string, readonly string[]>;
  /** Pinyin without tone to characters with the readings that go with that sound, common in names first. */
  readonly pinyin: ReadonlyMap<string, readonly (readonly [string, readonly string[]])[]>;
  readonly simplified: ReadonlyMap<string, string>;
}

let cached: HanViet | undefined;

/** The reading table, read from disk on first use. See data/NOTICE for its sources. */
export function hanViet(): HanViet {
  cached ??= load();
  return cached;
}

function load(): HanViet {
  const readings = new Map<string, string[]>();
  const pinyin = new Map<string, [string, string[]][]>();
  const simplified = new Map<string, string>();
  let section = "own";
  const text = readFileSync(new URL("../data/han-viet.tsv", import.meta.url), "utf8");
  for (const line of text.split("\n")) {
    if (line.startsWith("%")) {
      section = line;
    } else if (section === "%simplified") {
      for (let i = 0; i + 1 < line.length; i += 2) simplified.set(line[i]!, line[i + 1]!);
    } else if (section === "%inferred") {
      const [reading = "", chars = ""] = line.split("\t");
      for (const char of chars) readings.set(char, [reading]);
    } else {
      const [sound = "", items = ""] = line.split("\t");
      const row: [string, string[]][] = [];
      for (const item of items.split(" ")) {
        const char = item[0]!;
        const own = item.slice(1).split("/");
        row.push([char, own]);
        const all = readings.get(char);
        if (all === undefined) readings.set(char, [...own]);
        else for (const reading of own) if (!all.includes(reading)) all.push(reading);
      }
      if (sound !== "usual") pinyin.set(sound, row);
    }
  }
  return { readings, pinyin, simplified };
}

/** Turns traditional characters into the simplified ones of the tables; everything else stays. */
export function simplify(text: string): string {
  const { simplified } = hanViet();
  return text.replace(/\p{Script=Han}/gu, (char) => simplified.get(char) ?? char);
}

/** Sino-Vietnamese readings of a character, the usual one first; empty where none is known. */
export function readingsOf(char: string): readonly string[] {
  const { readings, simplified } = hanViet();
  return readings.get(char) ?? readings.get(simplified.get(char) ?? "") ?? [];
}

function capitalize(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0x20);
  return first.toUpperCase() + word.slice(first.length);
}

/**
 * Family names of the peoples of the north-west, with the characters that Chinese reports write them in; beside the usual
 * readings, of which a corpus tells the one that is meant: 罗文赫 is Lò Văn Hặc.
 */
const HILL_NAMES: Readonly<Record<string, readonly string[]>> = {
  罗: ["Lò"],
  刁: ["Đèo"],
  武: ["Vừ"],
  杨: ["Giàng"],
  江: ["Giàng"],
  宋: ["Sùng"],
  黄: ["Vàng"],
  王: ["Vàng"],
  陶: ["Thào"],
  邓: ["Tẩn"],
  梁: ["Lường"],
  马: ["Ma"],
  卢: ["Lù", "Lò"],
  普: ["Pờ"],
  项: ["Hạng"],
  哥: ["Cà"],
  白: ["Bạc"],
  琴: ["Cầm"],
  光: ["Quàng"],
};
/** The same of given names. */
const HILL_GIVEN: Readonly<Record<string, readonly string[]>> = { 赫: ["Hặc"], 阿: ["A"] };

/**
 * Sino-Vietnamese forms of a name in Han characters, the most usual first: 熊波 → Hùng Ba.
 *
 * @param limit Most forms returned. A character without a reading stays as it is.
 */
export function hanNameForms(name: string, limit = 40): string[] {
  const choices = [...name].map((char, i) => {
    const found = readingsOf(char);
    const hill = (i === 0 ? HILL_NAMES : HILL_GIVEN)[char] ?? [];
    return found.length === 0 ? [char] : [...new Set([...found.map(capitalize), ...hill])];
  });
  return combine(choices, limit);
}

/** Joins one choice of every position by spaces, those with the smaller sum of ranks first. */
function combine(choices: readonly (readonly string[])[], limit: number): string[] {
  let rows: { text: string; rank: number }[] = [{ text: "", rank: 0 }];
  for (const options of choices) {
    rows = rows
      .flatMap((row) =>
        options.map((option, i) => ({
          text: row.text === "" ? option : `${row.text} ${option}`,
          rank: row.rank + i,
        })),
      )
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit);
  }
  return [...new Set(rows.map((row) => row.text))];
}

/** Chinese and Vietnamese surnames (simplified), the more common first; own list. */
export const SURNAMES =
  "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程韦魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金贾夏付方邹熊白蒙孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔文牛樊葛邢安齐梅庄施颜温岑农农蓝闭凌甘阮裴班磨零滕鹿洪鲁翟兰章伍鲍傅卓涂柳阳冉骆柯管池尚耿焦左解柴路车边吉祝符费饶危关苗盛臧古霍聂项童季舒屈詹岳穆倪欧阎桂麦景党宫卜麻瞿焉窦宁连游华米辛成代佟应谷佘牟纪单娄闻查凤明仇沙修巫郎谌裘甄栾丘晏甯巩皮粟隋卞荆苑宗时敖苟晁楚褚冼步储宣芦虞乐房习闵艾丛鞠楼桑漆相由由占隆信仲初来战师申平国门衡黑普匡竺蔺储萧赖殷庞俞毕靳祁翁尤邬缪盘卫简刁琴";

/** Compound surnames in pinyin. */
const COMPOUND_SURNAMES: Readonly<Record<string, string>> = {
  ouyang: "Âu Dương",
  sima: "Tư Mã",
  zhuge: "Gia Cát",
  shangguan: "Thượng Quan",
  situ: "Tư Đồ",
  dongfang: "Đông Phương",
  huangfu: "Hoàng Phủ",
  murong: "Mộ Dung",
};

/** The same in Han characters. */
export const COMPOUND_SURNAMES_HAN = new Set([
  "欧阳",
  "司马",
  "诸葛",
  "上官",
  "司徒",
  "东方",
  "皇甫",
  "慕容",
]);

/** Most forms given for one name. */
const MAX_FORMS = 400;
/** Frequent surnames that are rare in given names. */
const SURNAME_ONLY = new Set(
  [...SURNAMES.slice(0, 110)].filter((char) => !"林江金方高龙雷石武万田夏".includes(char)),
);
/** Letters of the longest word that is split: three syllables of six. */
const MAX_WORD = 18;
/** Readings tried for one syllable of a given name; beyond lie rare characters. */
const MAX_READINGS = 16;

/**
 * Sino-Vietnamese forms that a person's name in pinyin can have, the likelier first: `Xiong Bo` →
 * Hùng Ba, Hùng Bác …. Several characters share a sound, so only a corpus can tell which is meant.
 *
 * @param words The surname and one or two further words: ["Wu", "Xiaohui"], ["Liu", "Ning"].
 * @returns Empty where the words are not a surname and one or two syllables.
 */
export function pinyinNameForms(words: readonly string[]): string[] {
  const [surname = "", ...given] = words;
  const surnames = surnameReadings(soundKey(surname));
  if (surnames.length === 0 || given.length === 0) return [];
  const syllables = given.flatMap(syllablesOf);
  if (syllables.length > 2 || syllables.includes("")) return [];
  const choices = syllables.map((syllable) => nameReadings(syllable).map(capitalize));
  return combine([surnames, ...choices], MAX_FORMS);
}

/** Forms of a place name in pinyin (`Jingxi` → Tĩnh Tây, Tịnh Tây …); empty for one or over three syllables. */
export function pinyinPlaceForms(word: string): string[] {
  const syllables = syllablesOf(word);
  if (syllables.length < 2 || syllables.length > 3 || syllables.includes("")) return [];
  return combine(
    syllables.map((syllable) => nameReadings(syllable).map(capitalize)),
    MAX_FORMS,
  );
}

/** True for a word that is a surname in pinyin. */
export function isPinyinSurname(word: string): boolean {
  return surnameReadings(soundKey(word)).length > 0;
}

/** Splits a word into pinyin syllables, the fewest first (`xiaohui` → xiao hui); null where it can't be. */
export function splitPinyin(word: string): string[] | null {
  if (word.length > MAX_WORD) return null;
  const { pinyin } = hanViet();
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    best[end] = null;
    for (let length = 1; length <= Math.min(6, end); length++) {
      const head = best[end - length];
      const syllable = word.slice(end - length, end);
      if (head == null || !pinyin.has(syllable)) continue;
      const known = best[end];
      if (known == null || head.length + 1 < known.length) best[end] = [...head, syllable];
    }
  }
  return best[word.length] ?? null;
}

/** Pinyin syllables of a typed word, an apostrophe parting two; [""] where there is something else. */
function syllablesOf(word: string): string[] {
  return word.split(/['’]/u).flatMap((part) => splitPinyin(soundKey(part)) ?? [""]);
}

/** Lower case without tone marks and apostrophes; `ü` and `yu` after l and n as the table has them. */
function soundKey(word: string): string {
  return fold(
    word
      .toLowerCase()
      .replace(/[üǖǘǚǜ]/gu, "v")
      .replace(/['’-]/gu, ""),
  ).replace(/^lyu/u, "lv");
}

function nameReadings(syllable: string): string[] {
  const { pinyin } = hanViet();
  const rows = [...(pinyin.get(syllable) ?? [])];
  if (syllable === "lu" || syllable === "nu") rows.push(...(pinyin.get(`${syllable[0]}v`) ?? []));
  const rare = rows.filter(([char]) => SURNAME_ONLY.has(char));
  const usual = rows.filter(([char]) => !SURNAME_ONLY.has(char));
  const ranked = [...usual, ...rare].flatMap(([, readings]) => readings);
  return [...new Set(ranked)].slice(0, MAX_READINGS);
}

function surnameReadings(sound: string): string[] {
  const { pinyin } = hanViet();
  const compound = COMPOUND_SURNAMES[sound];
  if (compound !== undefined) return [compound];
  const rows = [...(pinyin.get(sound) ?? []), ...(sound === "lu" ? (pinyin.get("lv") ?? []) : [])];
  const ranked = rows
    .map(([char, readings]) => ({ rank: SURNAMES.indexOf(char), readings }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank);
  return [...new Set(ranked.flatMap(({ readings }) => readings))].map(capitalize);
}
