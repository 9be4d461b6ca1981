import { chineseUnits } from "./chinese-units.ts";
import { prepareChinese } from "./chinese-words.ts";
import { englishTokens } from "./english-tokens.ts";
import { englishUnits } from "./english-units.ts";
import { governorForms, settleGovernors } from "./governors.ts";
import { CHINESE_TURNS, ENGLISH_TURNS, withPlainTurns } from "./question-turns.ts";
import {
  askWord,
  dropPronouns,
  isNominal,
  joinUnits,
  mergeRepeatedNames,
  orderNounPhrases,
  predicateWord,
  type Translation,
  type Unit,
} from "./unit.ts";

const RECEIVED_THING = /viện trợ|quà|hỗ trợ|vắc-xin|thư|lời mời|huân chương|tiền|đợt/u;

/** Where somebody calls: an office, a person's house, and what "which … did they call on?" leaves at its end. */
const CALLED_AT = /cơ quan|sứ quán|lãnh sự|trụ sở|văn phòng|nhà/u;

/** Behind "called on" somebody who is asked for nothing is visited; who only "called", too. */
function isVisited(units: readonly Unit[], at: number): boolean {
  const called = /^(?:call|called|calls|calling)( (?:on|at))?$/u.exec(units[at]!.source);
  if (called === null) return false;
  let end = at + 1;
  while (isNominal(units[end]) || units[end]?.vi.startsWith("tại")) end++;
  const guest = units.slice(at + 1, end);
  if (called[1] === undefined || guest.length === 0) return !isNominal(guest[0]);
  return (
    guest.some(({ class: of, vi }) => of === "t" || of === "p" || CALLED_AT.test(vi)) &&
    units[end]?.class !== "v"
  );
}

/** English words that are two in Vietnamese: hold a post or a meeting, receive a guest or a gift. */
function settleMeanings(units: readonly Unit[]): Unit[] {
  const post = units.some((unit) => unit.vi === "chức vụ");
  const thing = units.some((unit) => RECEIVED_THING.test(unit.vi));
  return units.map((unit, i) => {
    const next = units[i + 1];
    // "a Chinese official" is a person, "an official visit" is not.
    if (unit.source === "official" && (!isNominal(next) || next!.gap))
      return { ...unit, class: "t", vi: "quan chức" };
    // "the agriculture chief" leads an office, "the chief crops" do not.
    if (unit.source === "chief" && (!isNominal(next) || next!.gap))
      return { ...unit, class: "t", vi: "Giám đốc" };
    if (unit.class !== "v") return unit;
    if (isVisited(units, i)) return { ...unit, vi: "chào xã giao" };
    if (post && /^(?:hold|held|holds)$/u.test(unit.source)) return { ...unit, vi: "giữ" };
    if (thing && unit.source.startsWith("receiv")) return { ...unit, vi: "nhận" };
    return unit;
  });
}

/** "were signed by X" → được X ký; every other auxiliary stays for `arrange`. */
function markPassive(units: readonly Unit[]): Unit[] {
  const out = [...units];
  for (let i = 0; i + 1 < out.length; i++) {
    const be = /^(?:is|are|was|were|be|been|being)$/u.test(out[i]!.source);
    const verb = out[i + 1]!;
    // "what is the estimated cost": an article parts the two.
    const isApart = verb.gap && !out[i]!.gap && out[i - 1]?.class === "q";
    if (out[i]!.class !== "x" || !be || verb.class !== "v" || verb.source.endsWith("ing")) continue;
    if (isApart) continue;
    const by = out.findIndex((unit, k) => k > i + 1 && unit.source === "by");
    let end = by + 1;
    while (by >= 0 && (isNominal(out[end]) || (out[end]?.vi === "và" && isNominal(out[end + 1]))))
      end++;
    const agent = by < 0 ? [] : out.slice(by + 1, end);
    if (by >= 0) out.splice(by, 1 + agent.length);
    out.splice(i + 1, 1, {
      ...verb,
      vi: ["được", joinUnits(agent), verb.vi].filter(Boolean).join(" "),
    });
  }
  return out;
}

/** "talks chaired by X and Y" → do X và Y chủ trì. */
function markAgent(units: readonly Unit[]): Unit[] {
  const out = [...units];
  for (let i = 0; i + 2 < out.length; i++) {
    const verb = out[i]!;
    if (verb.class !== "v" || out[i + 1]!.source !== "by" || !isNominal(out[i + 2])) continue;
    let end = i + 3;
    while (isNominal(out[end]) || (out[end]?.vi === "và" && isNominal(out[end + 1]))) end++;
    const agent = joinUnits(out.slice(i + 2, end));
    out.splice(i, end - i, { ...verb, vi: `do ${agent} ${verb.vi}` });
  }
  return out;
}

/** Question words that Vietnamese puts at the end of the sentence. */
const FINAL = new Set([
  "khi nào",
  "mấy giờ",
  "ở đâu",
  "bao lâu",
  "như thế nào",
  "bao xa",
  "bao lâu một lần",
  "từ khi nào",
  "từ đâu",
  "ở đâu, khi nào",
  "từ ngày nào đến ngày nào",
  "bao nhiêu tuổi",
]);
const TIME_NOUN = /^(?:ngày|năm|tháng|tuần|giờ|thời)/u;
const STRANDED = new Set(["với", "cùng", "về", "từ", "chống", "cùng với"]);

/** Renders an English question or statement in Vietnamese, word order roughly Vietnamese. */
function translateEnglish(question: string, isStatement: boolean): Translation {
  const plain = isStatement ? question : withPlainTurns(question, ENGLISH_TURNS);
  const read = englishUnits(englishTokens(plain), isStatement);
  const units = settleGovernors(settleMeanings(dropPronouns(mergeRepeatedNames(read.units))));
  const untranslated = read.untranslated;
  const alternatives = units.flatMap((unit) => (unit.forms === undefined ? [] : [unit.forms]));
  const told = markAgent(markPassive(datesBehind(orderNounPhrases(units))));
  const text = joinUnits(isStatement ? spoken(told) : arrange(told));
  return {
    text,
    alternatives: [...alternatives.map((forms) => [...forms]), ...governorForms(units)],
    untranslated,
  };
}

function arrange(units: readonly Unit[]): Unit[] {
  const at = units.findIndex((unit) => unit.class === "q");
  if (at < 0) return yesNo(units);
  const asked = units[at]!;
  if (asked.vi === "còn")
    return [asked, ...spoken(units.slice(0, at)), ...spoken(units.slice(at + 1)), word("thì sao")];
  const linked = units[at - 1]?.class === "c" && !/\d/u.test(units[at - 1]!.vi) ? 1 : 0;
  const lead = spoken(units.slice(0, at - linked));
  let rest = laterAsked(units.slice(at + 1));
  let phrase: Unit[] = [asked];
  let hasNoun = false;
  if ((asked.vi === "gì" || asked.vi === "nào" || asked.vi === "bao nhiêu") && isNominal(rest[0])) {
    const noun = rest[0]!;
    // "rounds of aid", "province of China": what hangs on the noun moves with it, up to the auxiliary.
    let end = 1;
    while (isNominal(rest[end])) end++;
    const attached = rest[end]?.class === "x" ? rest.slice(1, end) : [];
    rest = rest.slice(1 + attached.length);
    hasNoun = true;
    phrase =
      asked.vi === "bao nhiêu"
        ? [asked, noun]
        : [
            ...(isSeveral(noun) && !/^\d/u.test(noun.vi) ? [word("những")] : []),
            noun,
            word(askWord(noun.vi, asked.vi, noun.class === "t")),
          ];
    phrase.push(...attached);
  }
  phrase.unshift(...units.slice(at - linked, at));
  const auxiliary = rest[0]?.class === "x" ? rest[0].source : undefined;
  const body = spoken(rest);
  const aside =
    TIME_NOUN.test(phrase[0]!.vi) || /^(?:in|on|at|from|to|for|by) /u.test(asked.source);
  if (FINAL.has(asked.vi) || (aside && auxiliary !== undefined && isNominal(body[0])))
    return [...lead, ...body, ...phrase];
  // An indirect question: "tell me who Hung Ba is".
  const indirect = auxiliary === undefined && isNominal(body[0]) && rest.at(-1)?.class === "x";
  if (indirect && !hasNoun) return [...lead, ...body, word(`là ${asked.vi}`)];
  if (auxiliary === undefined || body.length === 0) return [...lead, ...phrase, ...body];
  if (!isNominal(body[0])) {
    // The question word is the subject ("who has visited"), or a passive has none ("what was signed").
    return asked.vi === "gì" && !hasNoun
      ? [...lead, body[0]!, ...phrase, ...body.slice(1)]
      : [...lead, ...phrase, ...body];
  }
  let verb = body.findIndex((unit) => unit.class === "v");
  while (verb >= 0 && body[verb + 1]?.class === "v" && !isPurpose(body, verb)) verb++;
  if (asked.vi === "vì sao") return [...lead, ...phrase, ...body];
  const predicate = verb < 0 || !body[verb]!.source.endsWith("ing");
  if (/^(?:is|are|was|were)$/u.test(auxiliary) && predicate && !hasNoun && asked.vi !== "vì sao") {
    const tail = asked.vi === "gì" ? predicateWord(body[0]!.vi) : `là ${asked.vi}`;
    return [...lead, ...body, word(tail)];
  }
  if (verb < 0) return [...lead, ...phrase, ...body];
  // A preposition without its noun belongs to the question word: "hold talks with" → hội đàm với ai.
  const stranded = body.findIndex(
    (unit, k) => k > verb && STRANDED.has(unit.vi) && !followed(body[k + 1]),
  );
  const cut = (stranded < 0 ? verb : stranded) + 1;
  return [...lead, ...body.slice(0, cut), ...phrase, ...body.slice(cut)];
}

/** "…, and on what date": what else is asked stands behind its noun as well. */
function laterAsked(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const noun = units[i + 1];
    if (unit.class === "q" && (unit.vi === "gì" || unit.vi === "nào") && noun?.class === "n") {
      out.push(noun, word(askWord(noun.vi, unit.vi, false)));
      i++;
    } else out.push(unit);
  }
  return out;
}

/** Meetings and papers before which English puts their date. */
const DATED =
  /^(?:cuộc|buổi|chuyến|hội|phiên|kỳ|lễ|tọa đàm|giao lưu|gặp|thỏa thuận|hiệp định|biên bản|bản ghi nhớ|khảo sát|hội đàm)/u;

/** "the October 2025 meeting" → cuộc gặp tháng 10/2025. */
function datesBehind(units: readonly Unit[]): Unit[] {
  const out = [...units];
  for (let i = 0; i + 1 < out.length; i++) {
    const [date, event] = [out[i]!, out[i + 1]!];
    const isDate = date.class === "c" && /^(?:ngày|tháng|năm|quý) \d/u.test(date.vi);
    if (isDate && event.class === "n" && !event.gap && DATED.test(event.vi))
      out.splice(i, 2, event, date);
  }
  return out;
}

/** "Which days", "what officials": several are asked for. */
function isSeveral({ source, vi }: Unit): boolean {
  return /[^su]s$/u.test(source) && !/^(?:cuộc |buổi )?(?:hội đàm|tin|hải quan)/u.test(vi);
}

/** "suggest to improve …": what for, and nothing that is suggested. */
function isPurpose(body: readonly Unit[], verb: number): boolean {
  return (
    body[verb + 1]!.gap && /^(?:đề nghị|đề xuất|thảo luận|trao đổi|nêu)$/u.test(body[verb]!.vi)
  );
}

/** True where a preposition has its noun phrase or date behind it. */
function followed(next: Unit | undefined): boolean {
  return isNominal(next) || (next?.class === "c" && /\d/u.test(next.vi));
}

function yesNo(units: readonly Unit[]): Unit[] {
  if (units[0]?.class !== "x") return spoken(units);
  const body = spoken(units);
  const verb = body.findIndex((unit) => unit.class === "v");
  if (verb < 0) return [...body, word("phải không")];
  return [...body.slice(0, verb), word("có"), ...body.slice(verb), word("không")];
}

function spoken(units: readonly Unit[]): Unit[] {
  return units.filter((unit) => unit.class !== "x" && unit.vi !== "bởi");
}

function word(vi: string): Unit {
  return { class: "c", vi, gap: false, source: "" };
}

/**
 * Renders a Chinese question in Vietnamese. Both languages leave question words where the answer would
 * stand, so only noun phrases are turned round.
 */
function translateChinese(question: string, isStatement: boolean): Translation {
  const simple = prepareChinese(question);
  const prepared = isStatement ? simple : withPlainTurns(simple, CHINESE_TURNS);
  const read = chineseUnits(prepared);
  const units = settleGovernors(dropPronouns(mergeRepeatedNames(read.units)));
  const alternatives = units.flatMap((unit) => (unit.forms === undefined ? [] : [[...unit.forms]]));
  const ordered = askedNouns(orderNounPhrases(units));
  if (/吗[?？]?\s*$/u.test(prepared))
    ordered.push({ class: "c", vi: "không", gap: false, source: "吗" });
  const text = joinUnits(/呢[?？]?\s*$/u.test(prepared) ? followUp(ordered) : ordered);
  return {
    text,
    alternatives: [...alternatives, ...governorForms(units)],
    untranslated: read.untranslated,
  };
}

/** [nào][đoàn] → đoàn nào, [gì][chức vụ] → chức vụ gì; 哪位 before a noun asks for that noun. */
function askedNouns(units: readonly Unit[]): Unit[] {
  const out: Unit[] = [];
  for (let i = 0; i < units.length; i++) {
    const unit = units[i]!;
    const noun = units[i + 1];
    const asks =
      unit.vi === "nào" || unit.vi === "gì" || (unit.vi === "ai" && unit.source.startsWith("哪"));
    // "推进哪些合作": a verb at the end stands for what is done.
    const isDone = noun?.class === "v" && unit.source.startsWith("哪") && i + 2 === units.length;
    if (unit.class === "q" && asks && (isNominal(noun) || isDone) && !noun!.gap) {
      const asked = unit.vi === "ai" ? "nào" : unit.vi;
      const several = /^哪[些几]/u.test(unit.source) ? "những " : "";
      out.push({
        ...noun!,
        vi: `${several}${noun!.vi} ${askWord(noun!.vi, asked, noun!.class === "t")}`,
      });
      i++;
    } else out.push(unit);
  }
  return out;
}

/** "那广西呢?" asks the last question again of something else. */
function followUp(units: readonly Unit[]): Unit[] {
  if (units.some((unit) => unit.class === "q" || unit.class === "v")) return [...units];
  const frame = (vi: string): Unit => ({ class: "c", vi, gap: false, source: "" });
  return [frame("còn"), ...units, frame("thì sao")];
}

/**
 * Turns an English or Chinese question into Vietnamese search material.
 *
 * @param text NFC question text; traditional and simplified characters, full or folded names.
 */
export function translateQuestion(text: string, language: "en" | "zh"): Translation {
  return language === "en" ? translateEnglish(text, false) : translateChinese(text, false);
}

/** The same of a sentence that asks nothing: "where", "which" and "who" open clauses in it. */
export function translateStatement(text: string, language: "en" | "zh"): Translation {
  return language === "en" ? translateEnglish(text, true) : translateChinese(text, true);
}
