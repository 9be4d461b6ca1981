import { matchesIn } from "../../../language/text/index.ts";
import type { Passage, PointAct } from "../../../model/index.ts";

/** What English and Chinese reports say for an act; alternatives parted by `|`. */
export const ACTS_ABROAD: Readonly<Record<PointAct, string>> = {
  discussed:
    "discussed|exchanged views|exchanged ideas|talked about|reviewed|focused on|swapped notes|went over|共同探讨|讨论|探讨|交流|交换意见|深入交流|磋商|就",
  proposed:
    "proposed|suggested|recommended|put forward|ready to|prepared to|floated|recommends|proposes|suggests|offered|offers|建议|提议|提出|倡议",
  asked:
    "asked|would like|would welcome|need|needs|keen to|eager to|called on|called for|urged|requested|hoped|hopes|expressed hope|expressed his hope|expressed her hope|wished|wish|wants|wanted|invited|appealed|希望|请求|要求|呼吁|期待|邀请|恳请|请",
  agreed:
    "agreed|pledged|committed|consented|reached consensus|accepted|settled on|promised|undertook|同意|一致|商定|达成|赞同|答应|承诺|约定|共识",
  signed: "signed|inked|witnessed the signing|签署|签订|签字|签约",
  given:
    "presented|donated|handed over|gave|gifted|exchanged gifts|exchanged souvenirs|exchanged presents|gifts were exchanged|presents were exchanged|souvenirs were exchanged|赠送|捐赠|互赠|回赠|赠|送上|送给",
  thanked:
    "thanked|expressed gratitude|expressed thanks|expressed his thanks|expressed her thanks|expressed appreciation|感谢|致谢",
  assessed:
    "highly valued|spoke highly|praised|appreciated|lauded|emphasised|emphasized|stressed|affirmed|believed|welcomed|described|hailed|complained|warned|blamed|评价|反映|强调|肯定|认为|赞赏|相信|祝贺|欢迎",
  announced:
    "said|told|informed|announced|briefed|noted|added|explained|pointed out|reported|recalled|replied|answered|responded|介绍|表示|指出|通报|说|透露|答复|回应",
  planned: "will|would|plans to|is to|are to|将|计划|拟",
};

/** A verb of a sentence that tells an act. */
export interface ForeignAct extends Passage {
  readonly act: PointAct;
}

const ACT_OF = new Map<string, PointAct>();
for (const [act, words] of Object.entries(ACTS_ABROAD) as [PointAct, string][])
  for (const word of words.split("|")) if (!ACT_OF.has(word)) ACT_OF.set(word, act);
const LONGEST_FIRST = [...ACT_OF.keys()].sort((a, b) => b.length - a.length);
const isEnglish = (word: string): boolean => /^[a-z]/u.test(word);
const ENGLISH = new RegExp(
  `(?<!\\p{L})(?:${LONGEST_FIRST.filter(isEnglish).join("|")})(?!\\p{L})`,
  "giu",
);
const CHINESE = new RegExp(LONGEST_FIRST.filter((word) => !isEnglish(word)).join("|"), "gu");
/** "as agreed in June", "was signed last year": told of something else. */
const PASSED = /(?<!\p{L})(?:as|was|were|had|been|be|which|that|previously)\s$/iu;
/** "A plan was signed": told of now, where no other time and no denial stands before. */
const SIGNED_NOW =
  /^(?!.*(?:(?<!\p{L})(?:as|that|which|nothing|no|not|never|previously|last|earlier)(?!\p{L})|(?:19|20)\d\d).{0,80}$).*(?:was|were) (?:signed|inked)$/iu;
/** "Called on the province to open": who is asked for nothing is only visited. */
const ASKED = /^[^,.;]{1,120}? to \p{Ll}/u;
/** Words that hold the sign of an act and are none: 说明, 将军, 申请, 即将. */
const NO_ACT_BEHIND = /^(?:明|军|来|下|函|人|者|们|假)/u;
const NO_ACT_BEFORE = /(?:传|申|据|即|听|小|大)$/u;
/** The same for words of two: 交流活动, 交流机制. */
const NOUN_BEHIND =
  /^(?:活动|机制|制度|会|团|项目|营|平台|协议|备忘录|纪要|函|年|月|考察|仪式|晚宴|宴会|词)/u;
/** What "就" leads up to: "就…交换意见". */
const ABOUT = /^[^，,。]{2,60}(?:交换|交流|探讨|讨论|座谈|磋商|达成|谈)/u;
const TITLES = /《[^》]{1,80}》/gu;

/** The verbs of a sentence that tell acts, in order. */
export function foreignActs(sentence: string): ForeignAct[] {
  const chinese = /\p{Script=Han}/u.test(sentence);
  // What a title of a document says nobody does.
  const text = sentence.replace(TITLES, (title) => "　".repeat(title.length));
  const found: ForeignAct[] = [];
  for (const { 0: word, index: start } of matchesIn(text, chinese ? CHINESE : ENGLISH)) {
    const end = start + word.length;
    const before = text.slice(Math.max(0, start - 12), start);
    const isVisit = /^call/iu.test(word) && /on$/iu.test(word) && !ASKED.test(text.slice(end));
    const isNone = chinese
      ? (word.length === 1 &&
          (NO_ACT_BEHIND.test(text.slice(end)) || NO_ACT_BEFORE.test(before))) ||
        (/^(?:交流|欢迎|通报|探讨)$/u.test(word) && NOUN_BEHIND.test(text.slice(end))) ||
        // 应…邀请: by invitation.
        (word === "邀请" && /^[，,]/u.test(text.slice(end))) ||
        (word === "就" && !ABOUT.test(text.slice(end)))
      : isVisit ||
        (PASSED.test(before) && !/ to$/iu.test(word) && !SIGNED_NOW.test(text.slice(0, end)));
    if (!isNone) found.push({ act: ACT_OF.get(word.toLowerCase())!, start, end });
  }
  return found;
}
