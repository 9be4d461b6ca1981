import { namesIn } from "../language/names/index.ts";
import {
  fold,
  foldAligned,
  foldedTerms,
  normalizeLine,
  spacedWords,
  terms,
} from "../language/text/index.ts";
import { localeFor } from "../locale/index.ts";
import type { Answer, Citation } from "../model/index.ts";
import { as, type Told } from "./explain.ts";
import type { AnswerOptions, OneAnswerer } from "./options.ts";
import { joined, led } from "./passages/index.ts";
import {
  type Claim,
  claimOf,
  completeQuestion,
  exchangeOf,
  isFollowUp,
  OFFICE_HEADS,
  officeClaimed,
  plainWords,
  type Question,
  questionsIn,
  talkOf,
  wishOf,
} from "./question/index.ts";
import { type RankedSentence, rightSide } from "./search/index.ts";
import { compared, notCompared, summarised } from "./wishes.ts";

/**
 * Answers a whole message: talk with the bot, one question or several, a claim to be confirmed, and what
 * takes something for granted that the articles deny.
 */
export async function answerMessage(
  one: OneAnswerer,
  text: string,
  options: AnswerOptions,
): Promise<Told> {
  if (talkOf(text) !== null) return one.tellOne(text, options);
  const plain = plainWords(normalizeLine(text));
  const wish = wishOf(plain);
  if (wish?.kind === "summary") return summarised(one, text, wish.topic ?? "", options);
  if (wish?.kind === "comparison") {
    const told = wish.topics && (await compared(one, text, wish.topics, options));
    return (
      told ?? notCompared(await single(one, text, options), text, options, wish.topics === null)
    );
  }
  const topic = PUBLISHED.exec(plain)?.groups?.topic;
  if (topic !== undefined) return published(one, text, topic, options);
  const questions = questionsIn(plain);
  if (questions.length < 2) {
    const told = await single(one, text, options);
    return as(told, { ...told.answer, question: text });
  }
  const told: Told[] = [];
  for (const { text: asked, goesOn } of questions) {
    const previous = told.at(-1)?.answer;
    const cited = new Set(previous?.citations.map(({ articleId }) => articleId));
    const within = goesOn && cited.size > 0 ? { within: cited } : {};
    const language = options.language ?? previous?.language;
    const full =
      previous !== undefined && language !== undefined && isFollowUp(asked, language)
        ? completeQuestion(asked, exchangeOf(previous, 0), language)
        : asked;
    const reply = await single(one, full, { ...options, ...(language && { language }), ...within });
    // The lines of visits have their days and places already.
    const isShown = goesOn && previous?.register !== undefined && previous.answered;
    const isNew =
      reply.answer.answered &&
      !reply.answer.citations.every((one) =>
        previous?.citations.some((told) => areSame(told, one)),
      );
    if (!isShown || isNew || !SHOWN.test(fold(asked))) told.push(reply);
  }
  if (told.length === 1) return as(told[0]!, { ...told[0]!.answer, question: text });
  return as(told[0]!, { ...joined(told.map(({ answer }) => answer)), question: text });
}

const areSame = (a: Citation, b: Citation): boolean =>
  a.articleId === b.articleId && a.start === b.start;

/** What the line of a visit tells beside who met whom. */
const SHOWN =
  /(?<![a-z])(?:ngay nao|ngay bao nhieu|hom nao|khi nao|bao gio|luc nao|nam nao|thang may|o dau|tai dau|noi nao)(?![a-z])/u;

/** "Bài viết về Sùng Tả đăng ngày nào?" */
const PUBLISHED =
  /^(?:bài viết|bài báo|bài|tin tức|tin|bản tin|bai viet|bai bao|bai|tin tuc|ban tin)\s{1,2}(?:(?:nói|đưa|viết|noi|viet)\s{1,2})?(?:về|ve)\s{1,2}(?<topic>.{2,200}?)\s{1,2}(?:được\s{1,2}|duoc\s{1,2})?(?:đăng|xuất bản|đưa|viết|dang|xuat ban|dua|viet)(?:\s{1,2}(?:vào|lên|vao|len|tin)){0,3}\s{1,2}(?:ngày nào|khi nào|hôm nào|bao giờ|lúc nào|ngày bao nhiêu|ngay nao|khi nao|hom nao|bao gio|luc nao)/iu;

/** When the article about something appeared, with its best sentence. */
async function published(
  one: OneAnswerer,
  text: string,
  topic: string,
  options: AnswerOptions,
): Promise<Told> {
  const told = await one.tellOne(topic, options);
  const { answer } = told;
  const first = answer.citations[0] ?? answer.nearest[0];
  if (first === undefined || first.published === null)
    return as(told, { ...answer, question: text });
  const { answering, date } = localeFor(answer.language);
  const cited = { ...first, n: 1 };
  const shown: Answer = {
    ...answer,
    answered: true,
    answer: `${cited.quote} [1]`,
    spans: [],
    added: [],
    citations: [cited],
    nearest: [],
  };
  return as(told, {
    ...led(shown, answering.publishedOn(first.title, date(first.published))),
    question: text,
  });
}

async function single(one: OneAnswerer, text: string, options: AnswerOptions): Promise<Told> {
  const question = one.reads.question(text, options.language);
  const claim = claimOf(question);
  const told =
    claim === null
      ? await one.tellOne(text, options, question)
      : await verified(one, text, question, claim, options);
  const { answer, reading } = told;
  const { answering } = localeFor(answer.language);
  if (answer.answered)
    return question.guess ? as(told, led(answer, answering.didYouMean(question.guess))) : told;
  const denied = reading?.denied ?? null;
  if (answer.register !== undefined || answer.isTalk || denied === null) return told;
  const instead = await one.tellOne(denied.question, { ...options, language: answer.language });
  if (!instead.answer.answered) return told;
  const lead = denied.isTime ? answering.notThen(denied.words) : answering.notNamed(denied.words);
  // To "có phải …?" that is the answer.
  return as(told, { ...led(instead.answer, lead), answered: claim !== null, question: text });
}

/** Whether the articles tell what a question wants confirmed, with the lines that do, or that tell otherwise. */
async function verified(
  one: OneAnswerer,
  text: string,
  question: Question,
  claim: Claim,
  options: AnswerOptions,
): Promise<Told> {
  const { language } = question;
  const { answering } = localeFor(language);
  const ask = (words: string, as = language) => one.tellOne(words, { ...options, language: as });
  const office = officeClaimed(claim);
  if (office !== null) {
    const told = await ask(`${office.name} giữ chức vụ gì?`, "vi");
    const { answer } = told;
    if (!answer.answered) return told;
    const holds = holdsOffice(answer, office.office);
    return as(told, led({ ...answer, language }, holds ? answering.yes : answering.no));
  }
  const refine = (able: readonly RankedSentence[]) =>
    able.flatMap((sentence) => confirming(sentence, claim) ?? []);
  const told = await one.tellOne(text, { ...options, refine }, question);
  const { answer } = told;
  if (answer.answered) return as(told, led(answer, answering.yes));
  const instead = claim.whoInstead === null ? null : await ask(claim.whoInstead);
  if (
    instead?.answer.answered &&
    namesPlaces(instead.answer, claim) &&
    tellsDeed(instead.answer, claim)
  )
    return as(instead, led(instead.answer, answering.notTold));
  return answer.register || answer.isTalk
    ? told
    : as(told, { ...answer, answer: answering.nothingSuch });
}

/** True where the first line of an answer is about the places of a claim: the same event, told of others. */
function namesPlaces({ citations }: Answer, { statement }: Claim): boolean {
  const quote = fold(citations[0]?.quote ?? "");
  return namesIn(statement)
    .filter(({ type }) => type === "place" || type === "organisation")
    .every(({ start, end }) => quote.includes(fold(statement.slice(start, end))));
}

/** True where a line tells of what the claimed person is said to have done. */
function tellsDeed({ citations }: Answer, { whoInstead }: Claim): boolean {
  const verb = terms(whoInstead ?? "").find(({ folded }) => !/^(?:ai|da|co)$/u.test(folded));
  return terms(citations[0]?.quote ?? "").some(({ folded }) => folded === verb?.folded);
}

/** True where the marked words of an answer are the claimed office: its rank, and the rest in the sentence. */
function holdsOffice({ answer, spans, citations }: Answer, office: string): boolean {
  const words = office.split(" ");
  const rank = words.slice(0, OFFICE_HEADS.longestAt(words, 0)).join(" ");
  const held = spans.map(({ start, end }) => fold(answer.slice(start, end)));
  const offices = held.flatMap((position) => position.split(/[,;]\s*/u));
  // A deputy is not the chairman.
  if (rank === "" || !offices.some((position) => position.startsWith(rank))) return false;
  const quote = spacedWords(citations[0]?.quote ?? "").replace(/ ubnd /gu, " uy ban nhan dan ");
  return words
    .slice(rank.split(" ").length)
    .filter((word) => !/^(?:tinh|thanh|pho|cua|la|tai|mot)$/u.test(word))
    .every((word) => quote.includes(` ${word} `));
}

/** Words at which a sentence tells a wish or a plan, not what was done. */
const WISH = /(?<!\p{L})(?:mong|đề nghị|sẽ|dự kiến|kế hoạch|sớm|cần|muốn)(?!\p{L})/iu;
const RECEIVES = /(?<!\p{L})(?:tiep|don|chu tri)(?!\p{L})/u;
const LEADS = /(?<!\p{L})(?:dan dau|dan doan|truong doan|dan)(?!\p{L})/u;
/** "dự hội đàm", "tham gia đoàn": who is told among those present did. */
const ATTENDS = /(?<!\p{L})(?:du|tham du|tham gia|co mat)(?!\p{L})/u;
const ATTENDING = new Set("cung tham du gia mat buoi cuoc".split(" "));
const FILLER = new Set(
  "ong ba dong chi ngai la co da va voi cua o tai den trong vao nam hai ben cac nhung thi".split(
    " ",
  ),
);

/**
 * A sentence that tells what a claim says, with the person as what is shown of a long one; null for any
 * other. The persons stand in the sentence itself and in the claimed part; what was done may stand in the text around it.
 */
function confirming(sentence: RankedSentence, { statement }: Claim): RankedSentence | null {
  const entities = namesIn(statement);
  const persons = entities
    .filter(({ type }) => type === "person")
    .map(({ start, end }) => fold(statement.slice(start, end)));
  const folded = foldAligned(sentence.text);
  const [at = -1, ...others] = persons.map((name) => folded.indexOf(name));
  if ((persons.length > 0 && at < 0) || others.includes(-1)) return null;
  const claimed = fold(statement);
  if (!WISH.test(statement) && WISH.test(sentence.text)) return null;
  const person = { start: at, end: at + (persons[0]?.length ?? 0) };
  const role = RECEIVES.test(claimed) ? "tiep" : LEADS.test(claimed) ? "dan dau" : null;
  const hasRole = role !== null && persons.length > 0;
  if (hasRole && !playsRole(folded, person, role)) return null;
  const { chunk } = sentence.found;
  const around = persons.length > 0 ? [...chunk.titleTerms, ...chunk.terms] : [];
  const held = new Set([...around, ...sentence.terms].map((term) => term.folded));
  // Of which other places the article tells was looked at before.
  const party =
    /(?<!\p{L})đoàn (?:(?:đại biểu|công tác|tỉnh|thành phố|thị xã|thị|huyện|châu) ){0,4}(\p{Lu}[\p{L}\p{M}]{0,20}(?: \p{Lu}[\p{L}\p{M}]{0,20}){0,3})/u;
  const places = party.exec(statement)?.[1] ?? "";
  const attends = persons.length > 0 && ATTENDS.test(claimed);
  const wanted = foldedTerms(hasRole ? places : statement)
    .filter((word) => !FILLER.has(word) && !(attends && ATTENDING.has(word)))
    .filter((word) => !/^\d{4}$/u.test(word));
  if (!wanted.every((word) => held.has(word))) return null;
  const candidate = persons.length === 0 ? null : ({ type: "person", ...person, fit: 1 } as const);
  return { ...sentence, evidence: { ...sentence.evidence, candidate } };
}

/** True where a sentence says of a person that they received, or that they led. */
function playsRole(
  folded: string,
  person: { readonly start: number; readonly end: number },
  role: "tiep" | "dan dau",
): boolean {
  const own = role === "tiep" ? RECEIVES : LEADS;
  const near = `${folded.slice(Math.max(0, person.start - 40), person.start)} ${folded.slice(person.end, person.end + 90)}`;
  return own.test(near) && rightSide(folded, person, { predicate: role.split(" ") });
}
