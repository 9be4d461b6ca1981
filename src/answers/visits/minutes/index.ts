/**
 * One meeting's minutes: what was discussed, agreed, given and signed, and by whom. The meant article and the demands
 * come in, its points of the meant part go out, rated; null where it tells of no matter. What a question
 * takes for granted is held against the meeting that an answer cites.
 */

export { holds, MinutesAnswerer } from "./minutes-answerer.ts";
export { untoldIn } from "./presupposed.ts";
