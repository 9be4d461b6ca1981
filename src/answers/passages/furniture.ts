import { isFurniture, isStamp } from "../../articles/parse/index.ts";
import { rememberedTexts } from "../../language/text/index.ts";

/** Whether a sentence is furniture of its page or a stamp; a question asks it of all that it read, and more than once. */
export const isOfPage = rememberedTexts((text): boolean => isFurniture(text) || isStamp(text));
