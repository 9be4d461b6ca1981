import {
  fold,
  fromTelex,
  fromViqr,
  hasMarks,
  isSyllableShaped,
  type PhraseSet,
  phraseSet,
  type Term,
  terms,
} from "../../language/text/index.ts";
import { detectLanguage } from "../../language/translate/index.ts";

/** How words are typed in chats, folded, with the words that are meant. Read in lower case only: K, J, Z are names. */
const TEENCODE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: "không",
    ko: "không",
    hok: "không",
    hong: "không",
    kg: "không",
    khum: "không",
    kh: "không",
    dc: "được",
    đc: "được",
    đk: "được",
    j: "gì",
    ji: "gì",
    gi: "gì",
    z: "vậy",
    zay: "vậy",
    zậy: "vậy",
    dzay: "vậy",
    zị: "vậy",
    v: "vậy",
    bn: "bao nhiêu",
    bnhiu: "bao nhiêu",
    nhiu: "nhiêu",
    vs: "với",
    ntn: "như thế nào",
    tn: "thế nào",
    ng: "người",
    ngta: "người ta",
    nc: "nước",
    mn: "mọi người",
    mng: "mọi người",
    bt: "biết",
    bik: "biết",
    bít: "biết",
    cx: "cũng",
    cg: "cũng",
    lm: "làm",
    r: "rồi",
    ròi: "rồi",
    đag: "đang",
    dag: "đang",
    nma: "nhưng mà",
    vk: "vợ",
    ck: "chồng",
    hnay: "hôm nay",
    hqua: "hôm qua",
    trg: "trong",
    nao: "nào",
    ns: "nói",
    nt: "nhắn tin",
    khj: "khi",
    hum: "hôm",
    bjo: "bao giờ",
    bh: "bao giờ",
    dv: "đơn vị",
    đv: "đơn vị",
  }),
);
/** They are words or abbreviations of reports without their marks: only a question with marks tells. */
const ONLY_BESIDE_MARKS = new Set(["gi", "nao", "hong", "tn", "v", "r", "kh", "nt", "ns"]);

/** Words around a question that ask nothing, in chats and letters; folded forms are read in text without marks. */
const LEADING =
  "chào|xin chào|chào bạn|chào bot|chào ad|chào admin|chào em|chào anh chị|kính chào|hi|hello|hey|alo|à|ơ|ừ|dạ|vâng|thưa|dạ thưa|bạn ơi|bn ơi|bn|bot ơi|ad ơi|admin ơi|b ơi|em ơi|anh ơi|chị ơi|mn ơi|mọi người ơi|ad|admin|bot|cho hỏi|xin hỏi|cho mình hỏi|cho em hỏi|cho tôi hỏi|cho e hỏi|cho m hỏi|cho tui hỏi|cho con hỏi|cho cháu hỏi|làm ơn|vui lòng|làm ơn cho biết|vui lòng cho biết|xin cho biết|hãy cho biết|cho biết|cho mình biết|cho em biết|cho tôi biết|nói cho tôi biết|bạn cho mình hỏi|bạn cho hỏi|bạn cho biết|bạn có biết|bạn biết|có ai biết|ai biết|không biết|mình không biết|em không biết|mình muốn hỏi|mình muốn biết|em muốn hỏi|em muốn biết|tôi muốn hỏi|tôi muốn biết|mình cần biết|tôi cần biết|mình hỏi|em hỏi|tôi hỏi|mình hỏi chút|hỏi chút|hỏi tí|hỏi xíu|cho hỏi chút|cho hỏi tí|cho mình hỏi chút|cho mình hỏi tí|cho em hỏi chút|với ạ|ạ|là|rằng|giúp mình|giúp em|giúp tôi|nhờ bạn|nhờ ad|phiền bạn|phiền bạn cho hỏi|phiền bạn cho biết|bạn ạ|tra giúp mình|tra giúp tôi|tra giúp|tìm giúp mình|tìm giúp tôi|tìm giúp|xem giúp|xem giúp mình|thế thì cho hỏi|vậy cho hỏi";
const TRAILING =
  "vậy|vậy ạ|ạ|à|nhỉ|nhé|nha|thế|thế ạ|hả|hả bạn|vậy bạn|vậy ad|bạn|bạn ơi|ad|ad ơi|b|bot|bot ơi|đấy|ta|vậy ta|cảm ơn|xin cảm ơn|cảm ơn bạn|cảm ơn ad|cảm ơn nhiều|mình cảm ơn|em cảm ơn|thanks|thank|tks|thank you|với|giúp mình|giúp em|giúp tôi|giúp mình với|giúp em với|cho mình biết|cho em biết|cho mình với|nhỉ bạn|trời|z|zậy|thế bạn|đó|đó bạn|mọi người|mn|em cảm ơn ạ|rồi bạn";
/** Without their marks they are other words as well: hội, dã, thưa/thứa, la, a. */
const NEEDS_MARKS = new Set("là|à|ơ|ừ|vâng|với|thế|ta|đó|đấy|trời|bạn|dạ|nha|hả|nhỉ".split("|"));

interface Courtesies {
  readonly marked: PhraseSet;
  readonly folded: PhraseSet;
}

const courtesies = (list: string): Courtesies => {
  const phrases = list.split("|");
  return {
    marked: phraseSet(phrases),
    folded: phraseSet(phrases.filter((phrase) => !NEEDS_MARKS.has(phrase)).map(fold)),
  };
};
const BEFORE = courtesies(LEADING);
const BEHIND = courtesies(TRAILING);
/** Longest courtesy, in words. */
const MAX_COURTESY_WORDS = 6;
/** A question keeps at least so many words. */
const LEAST_WORDS = 2;
/** "Bạn có biết … không?" ends with its own question word. */
const DO_YOU_KNOW = /(?:ban|ad|bot|ai|anh|chi|em)(?: co)? biet(?![a-z])/u;

/**
 * A Vietnamese question in plain words: typed by the rules of Telex or VIQR with no input method on, in
 * the short forms of chats, or between greetings. Text in other languages, and what is in order, stays.
 *
 * @param text NFC question on one line.
 */
export function plainWords(text: string): string {
  const typed = fromTelexText(fromViqr(text) ?? text);
  if (detectLanguage(typed) !== "vi") return text;
  return withoutCourtesies(withoutTeencode(withoutCourtesies(typed)));
}

/** Telex throughout: all words are such leftovers or syllables, so that no English sentence is taken for it. */
function fromTelexText(text: string): string {
  if (hasMarks(text)) return text;
  const words = text.match(/\p{L}+/gu) ?? [];
  const leftovers = words.filter((word) => fromTelex(word) !== null);
  const fits = words.every(
    (word) => fromTelex(word) !== null || isSyllableShaped(word.toLowerCase()),
  );
  if (leftovers.length < 2 || !fits) return text;
  return text.replace(/\p{L}+/gu, (word) => fromTelex(word) ?? word);
}

/** The short forms of chats written out. */
export function withoutTeencode(text: string): string {
  const marked = hasMarks(text);
  let out = "";
  let at = 0;
  for (const { start, end, marked: word } of terms(text)) {
    const written = text.slice(start, end);
    const meant = TEENCODE.get(word);
    if (meant === undefined || written !== written.toLowerCase()) continue;
    if (!marked && ONLY_BESIDE_MARKS.has(word)) continue;
    // "20 k", "3 r": a unit, or the letter of a list.
    if (/\d\s?$/u.test(text.slice(0, start)) || /^[.)]\s/u.test(text.slice(end))) continue;
    out += `${text.slice(at, start)}${marked ? meant : fold(meant)}`;
    at = end;
  }
  return out + text.slice(at);
}

/** Takes greetings and courtesies away at both ends. */
function withoutCourtesies(text: string): string {
  const list = terms(text);
  const unmarked = !hasMarks(text);
  const words = list.map((term) => (unmarked ? term.folded : term.marked));
  const lengthAt = (set: Courtesies, at: number) =>
    (unmarked ? set.folded : set.marked).longestAt(words, at);
  let from = 0;
  for (let length = 1; length > 0; from += length) length = lengthAt(BEFORE, from);
  let to = list.length;
  for (let found = true; found; ) {
    found = false;
    for (let length = Math.min(MAX_COURTESY_WORDS, to - from); length > 0 && !found; length--) {
      if (lengthAt(BEHIND, to - length) < length) continue;
      to -= length;
      found = true;
    }
  }
  const lead = words.slice(0, from).map(fold).join(" ");
  if (DO_YOU_KNOW.test(lead) && /^(?:kh[oô]ng|ch[uư]a)$/u.test(words[to - 1] ?? "")) to--;
  if (to - from < LEAST_WORDS || (from === 0 && to === list.length)) return text;
  return cut(text, list[from]!, list[to - 1]!, to < list.length);
}

function cut(text: string, first: Term, last: Term, shortened: boolean): string {
  const end = shortened ? last.end : text.length;
  const mark = shortened && /[?？]/u.test(text.slice(last.end)) ? "?" : "";
  return `${text.slice(first.start, end)}${mark}`;
}
