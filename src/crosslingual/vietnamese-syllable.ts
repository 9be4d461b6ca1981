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
export function isSyllableShaped(folded: string): boolean {
  return SYLLABLE.test(folded);
}
