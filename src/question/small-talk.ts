import { fold } from "../text/fold.ts";
import { terms } from "../text/terms.ts";

/** Whole messages, folded and without punctuation, that greet, thank or ask about the bot itself. */
const SMALL_TALK = new RegExp(
  `^(?:${[
    "(?:xin )?chao(?: (?:ban|bot|em|anh|chi|ca nha|moi nguoi|buoi sang))?(?: nhe| a| oi)?",
    "(?:ban|bot|may|em) (?:la ai|ten(?: la)? gi|lam(?: duoc)?(?: nhung)? gi|biet(?: nhung)? gi|giup(?: duoc)? gi|co khoe khong|bao nhieu tuoi)(?: the| vay| a)?",
    "(?:xin )?(?:cam on|cam on ban|cam on nhieu|cam on bot|tam biet|ok|oke|vang|da|alo|test|hi|hello|hey|thanks|thank you|bye|good morning|good afternoon|good evening)(?: (?:ban|bot|nhe|nhieu|a|there))?",
    "(?:who are you|what are you|what can you do|what do you know|how are you|help|help me)",
    "(?:你 好|您 好|谢 谢|再 见|你 是 谁|你 能 做 什 么|你 会 什 么)",
    "(?:hom nay )?(?:ban|bot) (?:khoe|the nao)(?: khong)?",
  ].join("|")})$`,
  "u",
);

/** True where a message only greets, thanks, or asks who the bot is: nothing the articles could answer. */
export function isSmallTalk(text: string): boolean {
  return SMALL_TALK.test(
    terms(text)
      .map((term) => term.folded)
      .join(" "),
  );
}

/** Sums, and orders to the bot itself: whole messages, folded. */
const OUT_OF_SCOPE: readonly RegExp[] = [
  /^[\d\s.,+*/x×:÷=()^-]{1,200}(?:bang|la)?(?: may| bao nhieu)?[\s?.!]{0,9}$/iu,
  /^\d+ (?:cong|tru|nhan|chia)(?: cho| voi)? \d+/iu,
  /(?:ignore|disregard|forget) (?:\w{1,20} ){0,3}(?:instructions?|prompts?|rules)|system prompt|you are now|act as/iu,
  /(?:bo qua|quen) (?:\w{1,20} ){0,4}(?:huong dan|chi dan|chi thi|quy tac)|dong vai|gia vo la/iu,
  /^(?:hay |xin )?(?:viet|lam|sang tac|ke|dich|hat)(?: cho (?:toi|minh|em))?(?: mot)?(?: bai| doan| cau)? (?:tho|chuyen(?! tham| di| cong tac)|van|code|essay|hat|nhac)/iu,
  /忽略.{0,6}(?:指令|提示)|扮演|讲个笑话|写一?首诗/iu,
];

/** True where a message asks for a sum, a poem, a role to play …: nothing that articles could answer. */
export function isOutOfScope(text: string): boolean {
  return OUT_OF_SCOPE.some((words) => words.test(fold(text)));
}
