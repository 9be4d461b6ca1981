import { PARTY, PLACE } from "../names/index.ts";
import { GO, MEET, RECEIVE, SPEAK } from "./meeting-words.ts";

export const P = `(?<p>${PARTY})`;
const Q = `(?<q>${PARTY})`;
const UP_TO = (most: number): string => `[^.;:\\uE000-\\uE3FF]{0,${most}}?`;
/** Who received, or who led those that came. */
export type Role = "received" | "led";

/** One way of saying it. */
export interface Rule {
  /** What the words say of the person; absent where they tell no side. */
  readonly role?: Role;
  readonly pattern: RegExp;
  readonly score: number;
  readonly sure: boolean;
  /** In captions too. */
  readonly caption?: true;
  /** Where the sentence says who attended, too. */
  readonly attending?: true;
  /** One of these stands in every text that the pattern matches: looked for first, because it is quick. */
  readonly needs?: readonly string[];
}

/** What stands in every text with a verb of receiving, of meeting, of going. */
export const RECEIVE_NEEDS: readonly string[] = ["tiếp", "đón", "tiễn", "chiêu đãi"];
const MEET_NEEDS: readonly string[] = [
  ...["hội đàm", "hội kiến", "làm việc", "gặp", "tọa đàm", "chào", "ký", "trao đổi", "bàn"],
];
const GO_NEEDS: readonly string[] = [
  ...["thăm", "sang", "đến", "tới", "lên đường", "chúc tết", "khảo sát", "về nước", "xuất cảnh"],
];

/** Whether a text holds what a pattern needs. */
export const holdsAny = (text: string, needs: readonly string[] | undefined): boolean =>
  needs === undefined || needs.some((word) => text.includes(word));

/** Ways to say who led a side, from the surest to those that only name somebody. */
export const RULES: readonly Rule[] = [
  // "dẫn đầu đoàn", "làm trưởng đoàn Hà Giang"
  {
    pattern: new RegExp(`${P}${UP_TO(30)}(?:dẫn đầu|dẫn|đứng đầu) (?=${PARTY})`, "gu"),
    needs: ["dẫn", "đứng đầu"],
    role: "led",
    score: 9,
    sure: true,
    caption: true,
  },
  {
    pattern: new RegExp(
      `${P}${UP_TO(40)}(?:,[^.;:\\uE000-\\uE3FF]{0,8}${PARTY},? )?(?:làm|là) trưởng (?=${PARTY}|đoàn)`,
      "gu",
    ),
    needs: ["trưởng "],
    score: 9,
    sure: true,
  },
  // "Hai trưởng đoàn là A và B", "trưởng đoàn hai bên là A và B", "A và B là trưởng đoàn hai bên"
  ...[
    `trưởng đoàn(?: hai bên)?(?: là|,|:| [–-]) ${P}[^.;:]{0,80}? và ${Q}`,
    `${P}[^.;:\\uE000-\\uE3FF]{0,60}? và ${Q}${UP_TO(30)}(?:làm |là )?(?:hai )?trưởng đoàn`,
  ].map((pattern) => ({
    pattern: new RegExp(pattern, "gu"),
    needs: ["trưởng đoàn"],
    score: 9,
    sure: true,
  })),
  // "Phía Trung Quốc do A dẫn đầu"
  {
    pattern: new RegExp(
      `(?:^|[^\\p{L}])phía (?<c>${PARTY}|${PLACE}) do ${P}${UP_TO(40)}(?:dẫn đầu|đứng đầu|làm trưởng đoàn)`,
      "gu",
    ),
    needs: ["phía "],
    score: 9,
    sure: true,
  },
  // "dẫn đầu khách là A"
  {
    pattern: new RegExp(
      `(?:dẫn đầu|dẫn|đứng đầu)(?: (?:đoàn|phía|khách|bạn|ta|chủ nhà|(?<c>${PARTY}|${PLACE}))){1,3} là ${P}`,
      "gu",
    ),
    needs: ["dẫn", "đứng đầu"],
    role: "led",
    score: 9,
    sure: true,
  },
  // "Chủ nhà có A"
  {
    pattern: new RegExp(
      `(?:^|[,;] )(?:phía |bên |về phía )?(?:nước )?chủ nhà,? (?:có|gồm|là|do)(?: các)?:? ?${P}`,
      "gu",
    ),
    needs: ["chủ nhà"],
    role: "received",
    score: 7,
    sure: true,
    attending: true,
  },
  // "Phía Quảng Tây, A cùng dự từ điểm cầu B"
  {
    pattern: new RegExp(
      `(?:^|; )(?:về |ở |bên )?phía (?<c>${PARTY}|${PLACE}), ${P}${UP_TO(30)}(?:cùng dự|tham dự|chủ trì|dự|có mặt)`,
      "gu",
    ),
    needs: ["phía "],
    score: 6,
    sure: true,
    attending: true,
  },
  // "phía bạn do A phụ trách"
  {
    pattern: new RegExp(
      `do ${P}${UP_TO(60)}(?:dẫn đầu|đứng đầu|làm trưởng đoàn|chủ trì|phụ trách)`,
      "gu",
    ),
    needs: ["do "],
    score: 8,
    sure: true,
  },
  // "đầu cầu Lạng Sơn có A"
  {
    pattern: new RegExp(
      `(?:đầu|điểm) cầu (?:phía )?(?<c>${PLACE}|${PARTY})[^.;\\uE000-\\uE3FF]{0,40}(?:có|gồm|do|là) ${P}`,
      "gu",
    ),
    needs: ["cầu "],
    score: 6,
    sure: true,
    attending: true,
  },
  // "Dự lễ hội, A nói …"
  {
    pattern: new RegExp(
      `^(?:tới |đến )?(?:tham )?dự (?!có|còn|cùng)[^.;:,\\uE000-\\uE3FF]{0,60}, ${P}${UP_TO(60)}${SPEAK}`,
      "gu",
    ),
    score: 4,
    sure: true,
    attending: true,
  },
  // "Tiếp đoàn, A nói …"
  {
    pattern: new RegExp(
      `^(?:tiếp|đón|gặp|làm việc với|chào mừng|chào đón)[^.;:]{0,60}, ${P}`,
      "gu",
    ),
    role: "received",
    score: 7,
    sure: true,
  },
  {
    pattern: new RegExp(`${PARTY},? (?:gồm|có) ${P}`, "gu"),
    needs: ["gồm ", "có "],
    score: 5,
    sure: true,
  },
  // "A cùng đoàn"
  {
    pattern: new RegExp(`${P},? cùng (?<d>${PARTY})`, "gu"),
    needs: ["cùng "],
    score: 7,
    sure: true,
  },
  // "được A tiếp", "A tiếp", "người tiếp đoàn là A", "chủ trì"
  {
    pattern: new RegExp(`được ${P}${UP_TO(60)}${RECEIVE}`, "gu"),
    needs: ["được "],
    role: "received",
    score: 8,
    sure: true,
  },
  {
    pattern: new RegExp(`(?<!được )${P}(?:,? (?:và|cùng) ${Q})?${UP_TO(50)}${RECEIVE}`, "gu"),
    role: "received",
    needs: RECEIVE_NEEDS,
    score: 7,
    sure: true,
    caption: true,
  },
  {
    pattern: new RegExp(
      `(?<!dự |dự buổi |dự lễ )(?:tiếp|đón|tiễn|chủ trì|chủ tọa)(?: [^.;:\\uE000-\\uE3FF]{0,40}| [^.;:\\uE000-\\uE3FF]{0,20}${PARTY}[^.;:]{0,60}?) (?:là|có|gồm) ${P}`,
      "gu",
    ),
    needs: ["tiếp", "đón", "tiễn", "chủ t"],
    role: "received",
    score: 8,
    sure: true,
  },
  {
    pattern: new RegExp(`${P}(?:,? (?:và|cùng) ${Q})?${UP_TO(40)}(?:chủ trì|chủ tọa)`, "gu"),
    needs: ["chủ t"],
    score: 8,
    sure: true,
  },
  {
    pattern: new RegExp(`đồng chủ trì:? ${P}(?: và ${Q})?`, "gu"),
    needs: ["đồng chủ trì"],
    score: 8,
    sure: true,
  },
  {
    pattern: new RegExp(`(?:đặt bút ký|ký kết|ký)${UP_TO(20)} là ${P}(?: và ${Q})?`, "gu"),
    needs: ["ký"],
    score: 7,
    sure: true,
  },
  // objects and subjects of the meeting
  {
    pattern: new RegExp(`(?:${RECEIVE}|${MEET})${UP_TO(36)}${P}(?:,? (?:và|cùng) ${Q})?`, "gu"),
    needs: [...RECEIVE_NEEDS, ...MEET_NEEDS],
    score: 6,
    sure: true,
    caption: true,
  },
  {
    pattern: new RegExp(`${P}(?:,? (?:và|cùng) ${Q})?${UP_TO(60)}(?:${MEET}|${GO})`, "gu"),
    needs: [...MEET_NEEDS, ...GO_NEEDS],
    score: 5,
    sure: true,
    caption: true,
  },
  // "A và B dự lễ khánh thành, rồi họp nhanh"
  {
    pattern: new RegExp(
      `${P},? (?:và|cùng) ${Q}${UP_TO(24)}(?:cùng dự|dự (?:lễ|buổi|cuộc|hội)|đồng dự|họp|cắt băng|giao ban)`,
      "gu",
    ),
    needs: ["dự", "họp", "cắt băng", "giao ban"],
    score: 5,
    sure: true,
    attending: true,
  },
  {
    pattern: new RegExp(`giữa ${P},? (?:và|với|cùng) ${Q}`, "gu"),
    needs: ["giữa "],
    score: 6,
    sure: true,
  },
  // "phía bạn có A": the first of a list
  {
    pattern: new RegExp(
      `phía (?:các |hai )?(?:bạn|khách|đoàn|tỉnh bạn|tỉnh|thành phố|huyện|chủ nhà|${PARTY}|${PLACE})[^.;]{0,50}?(?:có|gồm|là)(?: các đồng chí:?| đồng chí:?| các ông:?| đoàn do)? ?${P}`,
      "gu",
    ),
    needs: ["phía "],
    score: 5,
    sure: true,
  },
  {
    pattern: new RegExp(`${P}${UP_TO(30)}(?:tuyên bố|phát lệnh|cắt băng|phát biểu)`, "gu"),
    needs: ["tuyên bố", "phát ", "cắt băng"],
    score: 3,
    sure: true,
    caption: true,
  },
  // who speaks
  {
    pattern: new RegExp(
      `^(?:[^.;\\uE000-\\uE3FF]{0,100}(?:, | và |theo |của ))?${P}${UP_TO(60)}${SPEAK}`,
      "gu",
    ),
    score: 2,
    sure: false,
  },
  {
    pattern: new RegExp(`^(?:theo|tại [^.;\\uE000-\\uE3FF]{0,40},) ${P}`, "gu"),
    score: 2,
    sure: false,
  },
];
