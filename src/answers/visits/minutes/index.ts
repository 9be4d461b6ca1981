/**
 * One meeting's minutes: what was discussed, agreed, given and signed, and by whom. The meant article and the demands
 * come in, its points of the meant part go out, rated; null where it tells of no matter.
 */

export { holds, MinutesAnswerer } from "./minutes-answerer.ts";
