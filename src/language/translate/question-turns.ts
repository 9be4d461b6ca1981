/** Turns of English and Chinese questions that Vietnamese words otherwise, put plainly before they are rendered. */

/** What is found, what is put, a question with it, and words that its Vietnamese rendering then holds. */
type QuestionTurn = readonly [pattern: RegExp, put: string, example: string, rendered: string];

const PROPOSAL = "(?:proposals?|suggestions?|recommendations?|initiatives?|ideas?)";
const REQUEST = "(?:requests?|demands?|appeals?)";
const ASKED = `(?:${PROPOSAL}|${REQUEST})`;
/** Adjectives before what is asked for; they tell nothing. */
const PLAIN = "(?:(?:new|other|main|further|concrete|specific|major|key|two|three|four|five) )?";
/** From the auxiliary to its verb. */
const SUBJECT = "((?:did|does|do|has|have|had) [^?,;]{2,90}?)";
const GIVES =
  "(?:make|made|put forward|put|raised?|submit(?:ted)?|present(?:ed)?|offer(?:ed)?|table[d]?|have|had|voiced?|come up with|came up with|float(?:ed)?|pitch(?:ed)?)";
const MATTER =
  "(?:things?|points?|matters?|issues?|topics?|subjects?|items?|tasks?|steps?|priorities|conclusions?|decisions?)";
const HELP = "(?:help|support|assistance|aid|backing|cooperation)";
const WANTS =
  "(?:ask(?:ed)?(?: for)?|request(?:ed)?|seek|sought|want(?:ed)?|hope(?:d)?(?: for)?|expect(?:ed)?|call(?:ed)? for)";

const english = (pattern: string, put: string, example: string, rendered: string): QuestionTurn => [
  new RegExp(pattern, "giu"),
  put,
  example,
  rendered,
];

/** English turns, in the order in which they are applied. */
export const ENGLISH_TURNS: readonly QuestionTurn[] = [
  english(
    `\\b(?:what|which) ${PLAIN}${ASKED}(?:(?: and|,| or) ${ASKED})? ${SUBJECT} ${GIVES}(?: to| for| with| before)?\\b(?! (?:with|to) )`,
    "what $1 propose with",
    "What new proposals did Lao Cai put forward to Honghe?",
    "Lào Cai đề nghị gì với Hồng Hà",
  ),
  english(
    `\\b(?:what|which) ${PLAIN}${ASKED} (?:was|were) (?:made|put forward|raised|submitted|tabled|presented)(?= by\\b)`,
    "what was proposed",
    "What proposals were made by Lao Cai?",
    "đề nghị gì",
  ),
  english(
    `\\b(?:what|which) ${PLAIN}${HELP} ${SUBJECT} ${WANTS} (?:of|from|for|to get from|with)\\b`,
    "what $1 propose with",
    "What help did Cao Bang ask of Baise?",
    "Cao Bằng đề nghị gì với Bách Sắc",
  ),
  english(
    `\\b(?:what|which) ${PLAIN}${HELP} ${SUBJECT} (?:ask|request|want|hope)(?:ed)? (?=\\p{Lu})`,
    "what $1 propose with ",
    "What support did Cao Bang request Baise to give?",
    "Cao Bằng đề nghị gì với Bách Sắc",
  ),
  english(
    `\\bwhat(?: more| else)? ${SUBJECT} ask (?:of|from|for from|for of)\\b`,
    "what $1 propose with",
    "What more did Ha Giang ask of Wenshan?",
    "Hà Giang đề nghị gì với Văn Sơn",
  ),
  english(
    `\\bwhat(?: more| else)? ${SUBJECT} ask ([^?,;]{2,60}?) for\\b(?! (?:the )?(?:first|second|third|last|next) )`,
    "what $1 propose with $2",
    "What did Ha Giang ask the Wenshan side for?",
    "Hà Giang đề nghị gì với phía Văn Sơn",
  ),
  english(
    `\\b(?:what|which) ${PLAIN}${MATTER} (?=(?:did|do|does|has|have|had|was|were) )`,
    "what ",
    "Which three things did Lai Chau and Honghe agree on?",
    "Lai Châu và Hồng Hà đồng ý gì",
  ),
  english(
    "\\bwhat(?: \\p{L}+)? (?:ways|measures|means|methods|solutions) (?=(?:did|do|does|has|have|had|was|were) )",
    "what measures ",
    "What ways did the two sides discuss to cut smuggling?",
    "giải pháp",
  ),
  english(
    "\\bwas ([^?,;]{2,60}?) (?:taken|led|shown|brought) to (?:visit|see|view)\\b",
    "did $1 go sightseeing",
    "Where was the Nanning delegation taken to visit after the talks?",
    "đoàn đại biểu Nam Ninh đi tham quan",
  ),
  english(
    "\\b(?:pay|pays|paid|make|made) (?:a |an )?(?:courtesy )?calls? (?:on|to)\\b",
    "paid a courtesy call on",
    "Whom did the veterans pay a call on in Hanoi?",
    "chào xã giao",
  ),
  english(
    "^(?:please )?(?:give|list|tell)(?: me)?(?: all)? (?:the )?dates of (?=the )",
    "on which dates were ",
    "Give the dates of the talks between Lang Son and Chongzuo.",
    "những ngày nào",
  ),
  english(
    "\\bwhat ([^?,;]{2,90}?) (?:finally )?settled?(?= |\\?|$)(?! (?:the |a )?(?:dispute|debt|payment|case|in\\b))",
    "what $1 decide jointly",
    "What did the two customs offices settle at their meeting?",
    "thống nhất gì",
  ),
  english(
    "\\b(was|were|is|are|so|came|come|arrived?) ([^?,;]{0,60}?)late(?=\\?|$)",
    "$1 $2slow",
    "Why was the approach road to the bridge late?",
    "chậm",
  ),
  // "are reported", "according to these reports": what is asked of is always what the articles tell.
  english(
    "\\b(?:are|is|were|was) (?:reported|recorded|mentioned|on record)(?=,|\\?|$| and\\b)|,? (?:according to|in) (?:these|the) (?:reports|articles|documents)(?=,|\\?|$)",
    "",
    "How many rounds of talks between Lang Son and Chongzuo are reported?",
    "bao nhiêu cuộc hội đàm",
  ),
  english(
    "\\bwhat ((?:did|does|has|have) [^?,;]{2,70}?) (?:put on the table|bring up|brought up|come up with|came up with|lay out|laid out)\\b(?: (?:for|with|to|before)\\b)?",
    "what $1 propose with",
    "What did the mayor put on the table for Lao Cai?",
    "đề nghị gì với Lào Cai",
  ),
  english(
    `\\bwhat (?:was|were) the (?:main |key )?${ASKED} of ([^?,;]{2,50}?) (?:put forward|made|raised|voiced|presented)?(?= (?:in|at|on|to|during)|\\?)`,
    "what did $1 propose",
    "What were the requests of Incheon firms put forward in Hai Phong?",
    "doanh nghiệp Incheon đề nghị gì",
  ),
  english(
    "\\b(how many|number of) places (?=[^?]{0,60}\\b(?:students?|trainees|pupils|doctors|nurses|interns|scholars))",
    "$1 slots ",
    "How many places a year does Dien Bien keep for Lao students?",
    "bao nhiêu suất",
  ),
  english(
    "\\bplaces (?:of|for) (study|training)\\b(?: or training)?",
    "$1 slots",
    "What places of study did the Honghe side offer?",
    "suất",
  ),
  english("\\bno longer\\b", "not again", "Why do tourists no longer cross at Tra Linh?", "không"),
  english("\\b(by|until) (?=when\\b)", "", "By when is the bridge to be finished?", "khi nào"),
];

const chinese = (pattern: string, put: string, example: string, rendered: string): QuestionTurn => [
  new RegExp(pattern, "gu"),
  put,
  example,
  rendered,
];

const WHAT = "(?:什么|哪些|啥|哪(?:几|\\d{1,2})[项点条个件]|多少)";
const ASKS = "(?:建议|要求|倡议|意见|请求|主张|诉求|希望|提议|设想|问题)";
const AID = "(?:帮助|支持|协助|援助|便利)";

/** Chinese turns, of simplified text, in the order in which they are applied. */
export const CHINESE_TURNS: readonly QuestionTurn[] = [
  chinese(
    "(?<=\\p{Script=Han})、(?=\\p{Script=Han})",
    "和",
    "谅山、高平与崇左签署了什么？",
    "Lạng Sơn và Cao Bằng",
  ),
  // "中方": in a question the other side, whose country its article need not name.
  chinese("中方", "友方", "中方由谁率团？", "phía bạn"),
  chinese(
    `(?:提出|提交|作出|做出|表达|反映|提)(?:了|过)?${WHAT}(?:新|具体|主要|其他|合作|重要|进一步|工作|明确|方面){0,2}的?${ASKS}(?:[和与、及]${ASKS})?`,
    "建议哪些内容",
    "谅山向崇左提出了哪些建议？",
    "Lạng Sơn với Sùng Tả đề nghị những gì",
  ),
  chinese(
    `向(?=[^，。？?]{1,24}(?:建议|提出|要求|请求|反映|提醒|介绍|通报|表示))`,
    "与",
    "莱州向红河建议什么？",
    "Lai Châu với Hồng Hà đề nghị gì",
  ),
  chinese(
    `(?:帮(?:个|一下)?${WHAT}的?忙|帮忙做?${WHAT}(?:事情?)?|(?:提供|给予)${WHAT}的?${AID}(?:和${AID})?|帮助?(?:做|办|解决)?${WHAT}(?:事情?|问题)?)`,
    "帮助哪些内容",
    "高平请百色帮什么忙？",
    "Cao Bằng đề nghị Bách Sắc hỗ trợ những gì",
  ),
  chinese(
    `(?<!邀|申|聘|约|宴|敬)请(?=[^问，。？?]{1,20}(?:帮助|提供|协助|支持|安排|关注|考虑|解决|做))`,
    "请求",
    "高平请百色提供哪些资料？",
    "đề nghị Bách Sắc",
  ),
  chinese(
    "除了?([^，。？?]{1,16}?)(?:以外|之外|外)[，,]?",
    "除了$1,",
    "除中国外，广宁还会见过哪些代表团？",
    "ngoài Trung Quốc",
  ),
  chinese(
    "(?<=[\\p{Script=Han}])还(?=会见|请|要|有|去|到|提|想|和|与|希)",
    "",
    "副省长还请奠边做什么？",
    "đề nghị",
  ),
  chinese(
    "(?:双方)?(?:商定|议定|约定|达成|定)了?哪(?:几|些)(?:件|项|个|点)?(?:事情?|事项|共识|内容|一致意见)?(?=[？?]|$)",
    "商定哪些内容",
    "老街与红河商定了哪几件事？",
    "thống nhất những gì",
  ),
  chinese(
    "为(?=\\p{Script=Han}{2,8}(?:培训|培养|提供|援建|捐|争取|解决|做[什哪]|办[什哪]|开设|增设|安排|准备))",
    "给",
    "崇左为谅山培训多少名医生？",
    "cho Lạng Sơn",
  ),
  chinese("哪(?:几|些)(?:天|日|个日子)", "哪些日期", "双方哪几天会谈？", "những ngày nào"),
  chinese("哪(?:几|些)次(?=[\\p{Script=Han}])", "哪些次", "双方有哪几次会谈？", "những lần nào"),
  chinese("历次(?=会谈|会晤|会议|交流|会面)", "各次", "历次会谈中谁率团？", "các lần"),
  // "会谈后", "2025年10月之前": before and after stand before what they are of.
  chinese(
    "(?<=^|[，,])(?:在)?([^，,。？?]{2,24}?)(?:结束)?(?:之|以)?([前后])[，,]",
    "之$2$1，",
    "在会谈结束之后，双方签署了什么？",
    "sau hội đàm",
  ),
  chinese(
    "(?<=^|[，,])(?:在)?([^，,。？?]{0,14}?(?:会谈|会议|会晤|会见|访问|仪式|座谈|葬礼))(?:结束)?(?:之|以)?([前后])(?=\\p{Script=Han})",
    "之$2$1，",
    "会谈后代表团参观了哪里？",
    "sau hội đàm",
  ),
  chinese("(?<=^|[，,])会后[，,]?(?!续)", "之后会谈，", "会后代表团参观了哪里？", "sau hội đàm"),
  chinese(
    "(?<=会谈|会见|会议|会晤|会面|座谈|座谈会|讲话|交流|访问|会商)(?:中(?![国方央心越小华文])|上|期间)",
    "",
    "谅山在会谈中向崇左建议什么？",
    "hội đàm với Sùng Tả",
  ),
  chinese(
    "见(?:了|过)?([几多]|多少)次面",
    "见面$1次",
    "双方见过几次面？",
    "hai bên gặp bao nhiêu lần",
  ),
  chinese(
    "(?:作|做|给)(?:出)?(?:了|过)?(?:什么|怎样的|哪些)(?:样的)?(答复|回应|回答|介绍|说明)",
    "$1什么",
    "市长作了什么答复？",
    "trả lời gì",
  ),
  chinese(
    "前(?=副?(?:省长|主席|书记|市长|县长|州长|部长|总理))",
    "原",
    "谁去吊唁华潘省前省长？",
    "nguyên",
  ),
];

/** A question with its turns put plainly. */
export function withPlainTurns(question: string, turns: readonly QuestionTurn[]): string {
  return turns.reduce((text, [pattern, put]) => text.replace(pattern, put), question);
}
