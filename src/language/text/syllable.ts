/**
 * What a written Vietnamese syllable may look like: an onset, a rime, one tone. Thousands of syllables follow from
 * some two hundred parts, so that text which was read in the wrong encoding is told by how few of its words are any.
 */
import { fold } from "./fold.ts";
import { remembered } from "./remember.ts";

const ONSETS = new Set(
  "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split(" ").concat(""),
);

// By the letter they begin with; tones left out. Source: the rimes of Hoàng Phê, Từ điển chính tả.
const RIMES = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
   e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
   i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
   o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong
   op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
   u ua uân uâng uât uây uc ui um un ung uôc uôi uôm uôn uông uôt up ut uê uêch uên uênh uy uya uych uynh uyên uyêt
   uyt uyu uơ ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
   y ych yêm yên yêng yêt yêu ynh yt yu`.split(/\s+/u),
);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;
/** Syllables that end in these carry the tones sắc and nặng alone, or, unaccented names apart, none. */
const STOPPED = /(?:c|ch|p|t)$/u;
const ONSET = /^(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])/u;

/** Longer words are no syllables, with all their marks apart. */
const MOST_CHARS = 8;
const KEPT = 20_000;

/** True for a word that can be a written Vietnamese syllable, with marks or without, in any case. */
export function isSyllable(word: string): boolean {
  return word.length > 0 && word.length <= MOST_CHARS && isWritten(word);
}

const isWritten = remembered(KEPT, (word) => {
  const parted = word.toLowerCase().normalize("NFD");
  const tones = parted.match(TONES) ?? [];
  if (tones.length > 1) return false;
  const plain = parted.replace(TONES, "").normalize("NFC");
  if (STOPPED.test(plain) && tones.length === 1 && !/[\u0301\u0323]/u.test(tones[0]!)) return false;
  const onset = ONSET.exec(plain)?.[0] ?? "";
  if (ONSETS.has(onset) && RIMES.has(plain.slice(onset.length))) return true;
  // `gì`, `giếng`: the i is the rime's too. `quốc`, `quân`: the u is.
  return (
    (onset === "gi" || onset === "qu") &&
    RIMES.has(plain.slice(1)) &&
    (onset === "gi" || plain.length > 2)
  );
});

/**
 * Shape of a Vietnamese syllable typed without marks: an initial, a rime of the closed list of rimes.
 * Source: the rime inventory of Quốc ngữ orthography, folded.
 */
const INITIAL = "(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|b|c|d|g|h|k|l|m|n|p|r|s|t|v|x)?";
const RIME =
  "(?:uyen|uyet|uych|uynh|uyt|uya|uyu|uoc|uoi|uom|uon|uong|uot|uou|uop|uan|uang|uat|uay|uac|uai|uec|uen|ueu|ue|uy|ua|uc|ui|um|ung|un|up|ut|uo|uu|u" +
  "|ieng|iec|iem|ien|iep|iet|ieu|ia|ie|ich|im|inh|in|ip|it|iu|i" +
  "|yen|yem|yet|yeu|y" +
  "|oang|oanh|oach|oac|oai|oam|oan|oap|oat|oay|oao|oeo|oem|oen|oet|oong|ooc|oa|oe|oc|oi|om|ong|on|op|ot|o" +
  "|eng|ech|enh|ec|em|en|ep|et|eo|eu|e" +
  "|ang|anh|ach|ac|ai|am|an|ao|ap|at|au|ay|a)";
const SYLLABLE = new RegExp(`^${INITIAL}${RIME}$`, "u");

/** True where a folded, lower-case word could be one Vietnamese syllable (`truong`, `lang`, `the`). */
export const isSyllableShaped = remembered(KEPT, (folded) => SYLLABLE.test(folded));

/**
 * Common Vietnamese and Sino-Vietnamese family names. `*` stands behind those that are still no other word where English
 * texts write them without their marks.
 */
const SURNAME_ROWS: readonly { readonly name: string; readonly isPlain: boolean }[] =
  "hồng ngụy nguyễn* trần* lê phạm* hoàng* huỳnh* phan* vũ võ đặng* bùi* đỗ hồ ngô dương* lý đào đoàn vương* trịnh* trương* đinh lâm phùng mai tô hà tạ lương* triệu chu cao châu lưu tăng thái tống từ quách tôn mã hứa hàn đàm la doãn kiều thạch lục nông hùng tập bành bế vi lò giàng thào sùng vàng tráng cư ma quan lại khuất nghiêm ninh văn thân tiêu điền viên tưởng dư đường tào lữ nhâm nhậm lư diêu thẩm chung khương thôi uông liêu phó phương bạch trâu mạnh tần khâu hầu giang diêm lôi long sử cố cung thiệu vạn hạ tiết ôn hạng đới lã phí an âu cát mạc quàng lường vừ tẩn chảo lù thèn cấn chử tòng"
    .split(" ")
    .map((row) => ({ name: row.replace("*", ""), isPlain: row.endsWith("*") }));

export const SURNAMES: ReadonlySet<string> = new Set(SURNAME_ROWS.map(({ name }) => name));
/** The same, folded, for what was typed without marks. */
export const FOLDED_SURNAMES: ReadonlySet<string> = new Set([...SURNAMES].map(fold));
/** Those that begin a name without their marks too, folded. */
export const PLAIN_SURNAMES: ReadonlySet<string> = new Set(
  SURNAME_ROWS.filter(({ isPlain }) => isPlain).map(({ name }) => fold(name)),
);
