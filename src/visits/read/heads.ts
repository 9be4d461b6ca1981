import type { VisitPerson } from "../../model/index.ts";
import type { Camp, Camps } from "./camps.ts";
import { indexOf, isParty, PARTY, PLACE } from "./skeleton.ts";
import type { Line } from "./story.ts";

/** Somebody of a camp, with how much says that they led it. */
export interface Candidate extends VisitPerson {
  readonly camp: Camp;
  /** What the surest words say that they did; null where that tells no side. */
  role: Role | null;
  score: number;
  /** True where a verb or "trưởng đoàn" says so, not only that they were there or spoke. */
  sure: boolean;
  /** First line that speaks for it. */
  readonly line: Line;
}

const P = `(?<p>${PARTY})`;
const Q = `(?<q>${PARTY})`;
const UP_TO = (most: number): string => `[^.;:\\uE000-\\uE3FF]{0,${most}}?`;
export const RECEIVE =
  "(?<![\\p{L}]|(?:trực|gián|kế|nối|giao|liên) )(?:tiếp xã giao|tiếp đón|đón tiếp|đón|tiễn|chiêu đãi|tiếp kiến|tiếp)(?! tục| theo| cận| xúc| nối| thu| diễn| sức| tết| xuân| nhận|[\\p{L}\\p{M}])";
export const MEET =
  "(?<![\\p{L}])(?:hội đàm|hội kiến|làm việc|gặp gỡ|gặp mặt|gặp|tọa đàm|chào xã giao|đến chào|chào từ biệt|ký|trao đổi|bàn)(?![\\p{L}\\p{M}])";
const GO =
  "(?<![\\p{L}])(?:thăm|sang|đến|tới|lên đường|chúc tết|khảo sát|về nước|xuất cảnh)(?![\\p{L}\\p{M}])";
export const SPEAK =
  "(?<![\\p{L}])(?:cho biết|cho hay|cho rằng|nói|khẳng định|nhấn mạnh|đề nghị|đề xuất|kiến nghị|mong|hy vọng|cảm ơn|đánh giá|bày tỏ|chia sẻ|thông tin|giới thiệu|phát biểu|tin|ghi nhận|nhắc|điểm|gửi lời|vui mừng|phấn khởi|hoan nghênh|chúc(?! tết)|nêu|tuyên bố|trao(?! đổi)|tặng|mừng|coi|xúc động|dẫn|hứa|(?<!lời )mời|chào mừng|cảm kích|thay mặt|nhiệt liệt|trân trọng|nhìn nhận|lưu ý|kêu gọi|ngỏ (?:ý|lời)|nhận lời|hứa|giải thích)(?![\\p{L}\\p{M}])";

/** Words that tell of a meeting. */
export const EVENT = new RegExp(
  `${RECEIVE}|${MEET}|(?<![\\p{L}])(?:lễ (?:ký|công bố|khai trương|khai thông|khai mạc|khởi công|phát động|ra quân|thông xe|khánh thành|tiễn|đón|vận hành|kết nghĩa|trao|bàn giao|khởi động|mở lại|mở cửa|nâng cấp|kỷ niệm|bế mạc|sơ kết|tổng kết|viếng)|vận hành chính thức|hội nghị|phiên họp|đối thoại|tập huấn|kết nghĩa|diễn tập|tuần tra|kiểm tra liên hợp|kiểm tra|giao lưu|thực địa|thăm|công du|lên đường|xuất cảnh|về nước|khảo sát|chúc tết|sang dự|sang thăm|rời|chuyến đi|chuyến thăm|chuyến công tác|chương trình công tác|có mặt tại|liên hoan|chúc mừng năm mới|trao tặng|dâng hương|hội xuân|ngày hội|họp(?! báo| thức| lệ))(?![\\p{L}\\p{M}])`,
  "gu",
);
/** Words that tell what somebody said. */
export const SPOKEN = new RegExp(SPEAK, "u");
/** What makes a sentence tell of earlier times. */
export const PAST =
  /(?<![\p{L}])(?:từng|năm ngoái|khi đó|khi ấy|trước đây|cách đây|lần trước|kể từ|tính từ|những lần gặp)(?![\p{L}])/u;

/** Who received, or who led those that came. */
export type Role = "received" | "led";

interface Rule {
  readonly role?: Role;
  readonly pattern: RegExp;
  readonly score: number;
  readonly sure: boolean;
  /** In captions too. */
  readonly caption?: true;
  /** Where the sentence says who attended, too. */
  readonly attending?: true;
}

/** Ways to say who led a side, from the surest to those that only name somebody. */
const RULES: readonly Rule[] = [
  // "dẫn đầu đoàn", "làm trưởng đoàn Hà Giang"
  {
    pattern: new RegExp(`${P}${UP_TO(30)}(?:dẫn đầu|dẫn|đứng đầu) (?=${PARTY})`, "gu"),
    role: "led",
    score: 9,
    sure: true,
  },
  {
    pattern: new RegExp(
      `${P}${UP_TO(40)}(?:,[^.;:\\uE000-\\uE3FF]{0,8}${PARTY},? )?(?:làm|là) trưởng (?=${PARTY}|đoàn)`,
      "gu",
    ),
    score: 9,
    sure: true,
  },
  // "Phía Trung Quốc do A dẫn đầu"
  {
    pattern: new RegExp(
      `(?:^|[^\\p{L}])phía (?<c>${PARTY}|${PLACE}) do ${P}${UP_TO(40)}(?:dẫn đầu|đứng đầu|làm trưởng đoàn)`,
      "gu",
    ),
    score: 9,
    sure: true,
  },
  // "dẫn đầu khách là A", "trưởng đoàn phía bạn là A"
  {
    role: "led",
    pattern: new RegExp(`(?:[Dd]ẫn đầu|[Dd]ẫn)(?: (?:đoàn|phía|khách|bạn|ta)){1,3} là ${P}`, "gu"),
    score: 9,
    sure: true,
  },
  // "phía bạn do A phụ trách"
  {
    pattern: new RegExp(
      `do ${P}${UP_TO(60)}(?:dẫn đầu|đứng đầu|làm trưởng đoàn|chủ trì|phụ trách)`,
      "gu",
    ),
    score: 8,
    sure: true,
  },
  // "đầu cầu Lạng Sơn có A"
  {
    pattern: new RegExp(
      `(?:đầu|điểm) cầu (?:phía )?(?<c>${PLACE}|${PARTY})[^.;\\uE000-\\uE3FF]{0,40}(?:có|gồm|do|là) ${P}`,
      "gu",
    ),
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
    role: "received",
    pattern: new RegExp(
      `^(?:tiếp|đón|gặp|làm việc với|chào mừng|chào đón)[^.;:]{0,60}, ${P}`,
      "gu",
    ),
    score: 7,
    sure: true,
  },
  { pattern: new RegExp(`${PARTY},? (?:gồm|có) ${P}`, "gu"), score: 5, sure: true },
  // "A cùng đoàn"
  { pattern: new RegExp(`${P},? cùng (?<d>${PARTY})`, "gu"), score: 7, sure: true },
  // "được A tiếp", "A tiếp", "người tiếp đoàn là A", "chủ trì"
  {
    pattern: new RegExp(`được ${P}${UP_TO(60)}${RECEIVE}`, "gu"),
    role: "received",
    score: 8,
    sure: true,
  },
  {
    pattern: new RegExp(`(?<!được )${P}(?:,? (?:và|cùng) ${Q})?${UP_TO(50)}${RECEIVE}`, "gu"),
    role: "received",
    score: 7,
    sure: true,
    caption: true,
  },
  {
    pattern: new RegExp(
      `(?<!dự |dự buổi |dự lễ )(?:[Tt]iếp|[Đđ]ón|tiễn|chủ trì|chủ tọa)(?: [^.;:\\uE000-\\uE3FF]{0,40}| [^.;:\\uE000-\\uE3FF]{0,20}${PARTY}[^.;:]{0,60}?) (?:là|có|gồm) ${P}`,
      "gu",
    ),
    role: "received",
    score: 8,
    sure: true,
  },
  {
    pattern: new RegExp(`${P}(?:,? (?:và|cùng) ${Q})?${UP_TO(40)}(?:chủ trì|chủ tọa)`, "gu"),
    score: 8,
    sure: true,
  },
  { pattern: new RegExp(`đồng chủ trì:? ${P}(?: và ${Q})?`, "gu"), score: 8, sure: true },
  {
    pattern: new RegExp(`(?:đặt bút ký|ký kết|ký)${UP_TO(20)} là ${P}(?: và ${Q})?`, "gu"),
    score: 7,
    sure: true,
  },
  // objects and subjects of the meeting
  {
    pattern: new RegExp(`(?:${RECEIVE}|${MEET})${UP_TO(36)}${P}(?:,? (?:và|cùng) ${Q})?`, "gu"),
    score: 6,
    sure: true,
    caption: true,
  },
  {
    pattern: new RegExp(`${P}(?:,? (?:và|cùng) ${Q})?${UP_TO(60)}(?:${MEET}|${GO})`, "gu"),
    score: 5,
    sure: true,
    caption: true,
  },
  { pattern: new RegExp(`giữa ${P},? (?:và|với|cùng) ${Q}`, "gu"), score: 6, sure: true },
  // "phía bạn có A": the first of a list
  {
    pattern: new RegExp(
      `phía (?:các |hai )?(?:bạn|khách|đoàn|tỉnh bạn|tỉnh|thành phố|huyện|chủ nhà|${PARTY}|${PLACE})[^.;]{0,50}?(?:có|gồm|là)(?: các đồng chí:?| đồng chí:?| các ông:?| đoàn do)? ?${P}`,
      "gu",
    ),
    score: 5,
    sure: true,
  },
  {
    pattern: new RegExp(`${P}${UP_TO(30)}(?:tuyên bố|phát lệnh|cắt băng|phát biểu)`, "gu"),
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

/** A consul or ambassador of one's own country beside the meeting leads nobody; nor do those long dead. */
const BESIDE =
  /(?:đại sứ|tổng lãnh sự|lãnh sự|tham tán)[^,]{0,120} (?:việt nam|trung quốc|nhật bản|hàn quốc|lào) tại/iu;
/** Who came along, right before the name. */
const ALONG = /cùng (?:tham gia|tham dự|dự|đi|tiếp)(?: (?:còn|có|gồm|với|buổi|đoàn|là)){0,4} $/u;
const ONLY_HERE =
  /(?<![\p{L}])(?:cùng dự|tham dự|dự buổi|dự hội|dự lễ|cùng tham|còn có|cùng đi|cùng tiếp)(?![\p{L}])/u;
const LOOKS_BACK =
  /(?<![\p{L}])(?:năm ngoái|khi đó|trước đây|từng|lần trước|chuyến thăm việt nam)(?![\p{L}])/u;

const MAYOR = new RegExp(`^,? (${PARTY})`, "u");
const OFFICE_BEHIND = new RegExp(
  `^(?: ?\\([^()]{1,30}\\))?(?:,| -| –| là) (?:nguyên )?(${PARTY})`,
  "u",
);
// "Trưởng đoàn là ông A"
const LEADER_BEHIND = new RegExp(
  `^(?: phía (?<c>${PARTY}|${PLACE}))?[^.;\\uE000-\\uE3FF]{0,30}(?:là|:|,) ${P}`,
  "u",
);

/** Who may have led each camp, as the lines tell, the likeliest first. */
export const headsIn = (lines: readonly Line[], camps: Camps): Candidate[] =>
  candidatesIn(lines, camps).filter((one): one is Candidate => one.camp !== null);

/** Somebody of whom only what they did says on which side they stood. */
export type OpenCandidate = Omit<Candidate, "camp"> & { readonly camp: Camp | null };

/** Who surely led one of the camps, though no name, office or place says which, the likeliest first. */
export const openHeadsIn = (lines: readonly Line[], camps: Camps): OpenCandidate[] =>
  candidatesIn(lines, camps).filter(({ camp, sure }) => camp === null && sure);

function candidatesIn(lines: readonly Line[], camps: Camps): OpenCandidate[] {
  const found = new Map<string, OpenCandidate>();
  const written = lines
    .filter(({ role }) => role === "body")
    .map(({ skeleton }) => skeleton.words.text);
  // "ông A (tên gốc), Chủ tịch huyện B", "ông A là Chủ tịch huyện B"
  const officeBehind = ({ skeleton: { text, parties } }: Line, standIn: string): Camp | null => {
    const behind = OFFICE_BEHIND.exec(text.slice(text.indexOf(standIn) + 1))?.[1];
    return behind === undefined ? null : camps.of(parties[indexOf(behind)]!);
  };
  const campAt = ({ skeleton: { parties, places } }: Line, standIn: string): Camp | null => {
    if (!isParty(standIn)) return camps.of(places[indexOf(standIn)]!);
    const party = parties[indexOf(standIn)]!;
    // "Phía Ban Quản lý": in full it stands before.
    const whole = lines
      .flatMap(({ skeleton }) => skeleton.parties)
      .find(({ organisation }) => organisation?.startsWith(`${party.organisation} `));
    return camps.of(party) ?? (whole === undefined ? null : camps.of(whole));
  };
  const put = (
    line: Line,
    standIn: string | undefined,
    score: number,
    sure: boolean,
    mayorOf: Camp | null = null,
    role: Role | null = null,
  ): void => {
    if (standIn === undefined) return;
    const { text, parties } = line.skeleton;
    const party = parties[indexOf(standIn)]!;
    if (camps.placeNamed(party) !== null) {
      // "Thị trưởng Chu Hải, ông A": the town, then its mayor.
      const next = MAYOR.exec(text.slice(text.indexOf(standIn) + 1))?.[1];
      if (mayorOf === null) put(line, next, score, sure, camps.of(party));
      return;
    }
    for (const one of party.leader === null ? [party] : [party.leader]) {
      if (one.kind === "body" || one.kind === "delegation") continue;
      const person = camps.person(one);
      const camp =
        person?.camp ??
        (party.leader === null ? officeBehind(line, standIn) : camps.of(party)) ??
        mayorOf;
      if (person === null) continue;
      const known = found.get(person.name);
      if (known !== undefined) {
        known.score += score;
        known.sure ||= sure;
        known.role ??= role;
        continue;
      }
      found.set(person.name, {
        name: person.name,
        position: person.position,
        camp,
        role,
        score,
        sure,
        line,
      });
    }
  };
  for (const [n, line] of lines.entries()) {
    const { text, parties } = line.skeleton;
    if (LOOKS_BACK.test(text)) continue;
    const early = n < 6 ? 1 : 0.5;
    for (const [i, party] of parties.entries()) {
      const standIn = String.fromCharCode(0xe000 + i);
      if (party.leader !== null) put(line, standIn, 9 * early, true);
      if (!/^trưởng (?:phái )?đoàn(?! đại biểu quốc| đbqh)/iu.test(party.position ?? "")) continue;
      if (party.name !== null) {
        put(line, standIn, 9 * early, true);
        continue;
      }
      const at = text.indexOf(standIn);
      const behind = LEADER_BEHIND.exec(text.slice(at + 1));
      // "Đoàn huyện A, trưởng đoàn là ông B": of the delegation that is named before.
      const before = /(?<d>[\uE000-\uE7FF])\)?, $/u.exec(text.slice(0, at))?.groups?.d;
      const own = behind?.groups?.c ?? before;
      put(line, behind?.groups?.p, 9 * early, true, own === undefined ? null : campAt(line, own));
    }
    if (line.role === "title")
      for (const [i, { name }] of parties.entries())
        if (name === null || written.some((text) => text.includes(name)))
          put(line, String.fromCharCode(0xe000 + i), 4, true);
    const beside = ONLY_HERE.test(text.slice(0, 60));
    for (const { pattern, role, score, sure, caption, attending } of RULES) {
      if (line.role === "caption" && caption === undefined) continue;
      if (beside && attending === undefined && !/phía/u.test(pattern.source)) continue;
      for (const { groups } of text.matchAll(pattern)) {
        if (groups?.p !== undefined && ALONG.test(text.slice(0, text.indexOf(groups.p)))) continue;
        if (groups?.d !== undefined && parties[indexOf(groups.d)]!.kind !== "delegation") continue;
        const camp = groups?.c === undefined ? null : campAt(line, groups.c);
        put(line, groups?.p, (line.role === "caption" ? 0.5 : early) * score, sure, camp, role);
        put(line, groups?.q, (line.role === "caption" ? 0.5 : early) * (score - 1), sure);
      }
    }
  }
  return [...found.values()]
    .filter(
      ({ position, camp, score }) =>
        score > 0 &&
        !(
          camp === "home" &&
          position !== null &&
          BESIDE.test(position) &&
          /việt nam tại/iu.test(position)
        ),
    )
    .sort((a, b) => b.score - a.score);
}
