import { phraseSet } from "../text/phrases.ts";
import {
  HONORIFICS,
  KNOWN_PLACES,
  ORGANISATION_HEADS,
  PLACE_CUES,
  POSITION_HEADS,
} from "./vocabulary.ts";

export const POSITIONS = phraseSet(POSITION_HEADS);
export const HONORIFIC = phraseSet(HONORIFICS);
export const CUES = phraseSet(PLACE_CUES);
export const PLACES = phraseSet(KNOWN_PLACES);
export const ORGANISATIONS = phraseSet(ORGANISATION_HEADS);
/** Parts of an office's name that begin with a capital. */
export const RANKS = phraseSet(
  "trung ương đoàn|trung ương hội|tw đảng|tw đoàn|tw hội|tư đảng|tư đoàn|tư hội|t ư đảng|t ư đoàn|t ư hội|thường trực|thường vụ|ban thường vụ|trung ương đảng|trung ương đảng cộng sản|đảng cộng sản|cộng sản|đảng|cộng hòa nhân dân|cộng hòa dân chủ nhân dân|cộng hòa xã hội chủ nghĩa|cộng hòa|vương quốc|liên bang|nhà nước|chính phủ|dân tộc choang|dân tộc|đối ngoại|ngoại giao|quốc phòng|tài chính".split(
    "|",
  ),
);
