import type { EditField, EditProblem, LogEntry } from "../../articles/corpus/index.ts";
import type { FeedsSummary } from "../../articles/feeds/index.ts";
import type { IndexStatus } from "../../model/index.ts";
import type { AskedCounts, Reason, Review } from "../../storage/index.ts";
import { NUMBERS } from "../format.ts";
import { changesInWords, type GenerationLine } from "./texts.ts";

const number = NUMBERS.vi;
const EXAMPLE = "21/1/2025";
const FIELD: Readonly<Record<EditField, string>> = {
  title: "Tên bài",
  source: "Nguồn",
  url: "Địa chỉ",
  published: "Ngày đăng",
  event: "Ngày diễn ra",
  kind: "Loại bài",
};
const KIND = { original: "Nguyên văn của nguồn", summary: "Tóm lược theo nguồn" };
const ASKED: Readonly<Record<EditField, string>> = {
  title: "tên bài",
  source: "tên báo hoặc cổng thông tin",
  url: "địa chỉ trang gốc",
  published: "ngày đăng",
  event: "ngày diễn ra sự kiện",
  kind: "loại bài",
};
const HINT: Partial<Record<EditField, string>> = {
  url: ", bắt đầu bằng http:// hoặc https://",
  published: `, ví dụ ${EXAMPLE}`,
  event: `, ví dụ ${EXAMPLE}`,
};

/** Mending what a card tells of an article. */
const editing = {
  editButton: "Sửa",
  doneButton: "‹ Xong",
  /** As buttons and labels; in the log in lower case. */
  field: FIELD,
  kind: KIND,
  /** The question for a value, to be given in a reply. */
  ask: (field: EditField, title: string) =>
    `Xin trả lời tin nhắn này bằng ${ASKED[field]} của bài “${title}”${HINT[field] ?? ""}.${field === "title" ? "" : " Gửi “-” để bỏ trống."}`,
  /** The question for the kind, above its buttons. */
  askKind: (title: string) => `Bài “${title}” là nguyên văn của nguồn hay bản tóm lược?`,
  /** Stands in the empty line of the reply. */
  placeholder: (field: EditField): string =>
    field === "published" || field === "event" ? EXAMPLE : FIELD[field],
  problem: {
    "no-title": "Tên bài không được để trống. Xin gửi lại.",
    "too-long": "Nội dung dài quá. Xin gửi lại ngắn hơn.",
    "bad-address":
      "Đây không phải là địa chỉ web. Xin chép lại trọn vẹn địa chỉ, bắt đầu bằng http:// hoặc https://.",
    "bad-kind": "Loại bài là “original” (nguyên văn) hoặc “summary” (tóm lược).",
    impossible: `Không có ngày này trong lịch. Xin gửi lại, ví dụ ${EXAMPLE}.`,
    "too-early": "Ngày này xa quá trong quá khứ. Xin kiểm tra lại năm rồi gửi lại.",
    unreadable: `Tôi không đọc được ngày này. Xin gửi đủ ngày, tháng, năm, ví dụ ${EXAMPLE}.`,
    "too-late": "Ngày này còn xa quá. Xin kiểm tra lại năm rồi gửi lại.",
  } satisfies Record<EditProblem, string>,
  /** In place of `too-late`, for a day of publication. */
  publishedTooLate: "Ngày đăng không thể ở tương lai. Xin kiểm tra lại rồi gửi lại.",
  /** `value` null: it was taken away. */
  edited: (field: EditField, title: string, value: string | null, by: string): string =>
    value === null
      ? `Đã bỏ ${FIELD[field].toLowerCase()} của bài “${title}” (${by}).`
      : `Đã sửa ${FIELD[field].toLowerCase()} của bài “${title}”: ${value} (${by}).`,
  unchanged: "Giá trị này trùng với giá trị đang có nên không có gì thay đổi.",
  /** Below `edited`, when the index is up to date. */
  editedInIndex: "Chỉ mục đã được cập nhật. Muốn bỏ thay đổi này: /undo",
  /** Sheets have no place for the fields of one article. */
  isSheet: "Bài này là một bảng tính. Xin sửa ngay trong tệp rồi gửi lại tệp.",
};

/** Correcting the register: for admins. */
const correction = {
  wrongButton: "Sai, bỏ đi",
  mergeButton: "Gộp với…",
  partButton: "Tách…",
  yesButton: "Đồng ý",
  /** `visit` as one line. */
  confirmWrong: (visit: string) => `Đánh dấu chuyến thăm này là sai và bỏ khỏi danh mục?\n${visit}`,
  /** Above the visits to choose from. */
  mergeWith: (visit: string) => `Chuyến thăm này trùng với chuyến nào?\n${visit}`,
  noneNear: "Không có chuyến thăm nào gần giống để gộp.",
  confirmMerge: (visit: string, other: string) =>
    `Gộp hai chuyến thăm này làm một?\n• ${visit}\n• ${other}`,
  /** Above the articles to choose from. */
  partFrom: "Bài nào nói về một chuyến thăm khác?",
  confirmPart: (title: string, visit: string) =>
    `Tách phần theo bài “${title}” thành một chuyến thăm riêng?\n${visit}`,
  done: {
    wrong: (by) => `Đã đánh dấu chuyến thăm là sai (${by}).`,
    merge: (by) => `Đã gộp hai chuyến thăm (${by}).`,
    part: (by) => `Đã tách chuyến thăm (${by}).`,
  } satisfies Record<"wrong" | "merge" | "part", (by: string) => string>,
  inIndex: "Danh mục đã được cập nhật. Muốn bỏ thay đổi này: /undo",
  /** The register holds what it was told of before corrections were known. */
  tooOld:
    "Danh mục được lập bằng phiên bản cũ nên chưa sửa được. Xin gửi /reindex full rồi thử lại.",
};

/** What was voted down and refused: for admins, but for the reasons. */
const review = {
  /** Asked after 👎, as buttons; at most 20 characters. */
  reason: {
    person: "Sai người",
    date: "Sai ngày",
    question: "Không đúng câu hỏi",
    missing: "Thiếu",
  } satisfies Record<Reason, string>,
  reasonThanks: "Cảm ơn bạn, lý do đã được ghi lại.",
  nothing: "Không có câu trả lời nào bị 👎 hay câu hỏi nào bị từ chối mà chưa xem.",
  kind: { down: "👎 Bị chê", refused: "🚫 Không trả lời được" } satisfies Record<
    Review["kind"],
    string
  >,
  asked: "Câu hỏi",
  answered: "Bot đã trả lời",
  articles: "Bài liên quan",
  /** Of a refusal: how sure the best passage was, 0 to 1. */
  confidence: (confidence: number) => `độ chắc chắn ${Math.round(100 * confidence)} %`,
  seenButton: "✓ Đã xem",
  pinButton: "Thêm câu kiểm tra",
  gone: "Mục này không còn. Xin gửi lại /review.",
  /** Above the articles of which the question has to find one. */
  choose: (question: string) => `Câu “${question}” phải tìm ra bài nào?`,
  noArticle: "Không có bài nào gần với câu hỏi này.",
  pinned: (question: string, title: string, by: string) =>
    `Đã thêm câu kiểm tra “${question}” → “${title}” (${by}). Từ nay, chỉ mục mới không tìm ra bài này sẽ không được dùng. Bỏ: /undo`,
  /** The index does not find the article by the question; at most 200 characters. */
  notFound:
    "Chỉ mục hiện chưa tìm ra bài này bằng câu hỏi đó. Nếu thêm, mọi lần cập nhật sẽ bị chặn, nên câu kiểm tra chưa được thêm.",
};

const changed = ({ without, again, otherwise }: GenerationLine) => {
  const parts = [
    ...(without > 0 ? [`mất ${number(without)} tệp bài`] : []),
    ...(again > 0 ? [`có lại ${number(again)} tệp bài`] : []),
    ...(otherwise > 0 ? [`${number(otherwise)} tệp bài trở về nội dung cũ`] : []),
  ];
  return parts.length === 0 ? "các bài giống bản đang dùng" : parts.join(", ");
};

/** Going back to an older index: for admins. */
const rollback = {
  heading: "Các bản chỉ mục, mới nhất trước. Muốn quay lại bản nào?",
  line: (one: GenerationLine) =>
    `• ${one.name} – ${one.age}, ${number(one.articles)} bài${one.isCurrent ? " (đang dùng)" : `: ${changed(one)}`}`,
  confirm: (one: GenerationLine) =>
    `Quay lại bản chỉ mục ${one.name} (lập lúc ${one.builtAt}, ${one.age}, ${number(one.articles)} bài)?\nSo với bản đang dùng: ${changed(one)}. Kho bài không thay đổi.`,
  yesButton: "Quay lại bản này",
  stayed: "Đã hủy, bot vẫn dùng bản chỉ mục hiện tại.",
};

const megabytes = (bytes: number) =>
  bytes >= 1e9 ? `${number(bytes / 1e9)} GB` : `${number(bytes / 1e6)} MB`;

/** `/status`. */
const status = {
  /** To everyone; `builtAt` is a moment in words. */
  plain: ({ articles, visits, builtAt }: Pick<IndexStatus, "articles" | "visits" | "builtAt">) =>
    `Kho tư liệu có ${number(articles)} bài viết và ${number(visits)} chuyến thăm, buổi tiếp, làm việc; cập nhật lúc ${builtAt} (giờ Việt Nam).`,
  /** To admins, below what the index holds. */
  state: ({
    days,
    questions,
    refusals,
    down,
    waiting,
    feeds,
    undated,
    unmatched,
    ...disk
  }: AskedCounts & {
    readonly days: number;
    /** What waits for `/review`. */
    readonly waiting: number;
    /** `checkedAt` is a moment in words. */
    readonly feeds: (FeedsSummary & { readonly checkedAt: string }) | null;
    readonly undated: number;
    readonly unmatched: number;
    readonly indexBytes: number;
    readonly freeBytes: number | null;
  }) =>
    [
      `${number(days)} ngày qua: ${number(questions)} câu hỏi, ${number(refusals)} câu không trả lời được, ${number(down)} lượt 👎`,
      ...(waiting > 0 ? [`Chưa xem: ${number(waiting)} mục (/review)`] : []),
      feeds === null
        ? "Nguồn tin theo dõi: chưa kiểm tra lần nào"
        : `Nguồn tin theo dõi: kiểm tra lần gần nhất lúc ${feeds.checkedAt}${feeds.failing > 0 ? `, ${number(feeds.failing)}/${number(feeds.feeds)} nguồn đang lỗi` : ""}`,
      `Chuyến thăm chưa rõ năm: ${number(undated)}`,
      ...(unmatched > 0
        ? [`Sửa đổi danh mục không còn khớp với bài nào: ${number(unmatched)}`]
        : []),
      `Chỉ mục: ${megabytes(disk.indexBytes)}${disk.freeBytes === null ? "" : `; đĩa còn trống ${megabytes(disk.freeBytes)}`}`,
    ].join("\n"),
};

/** What is kept of users, and that it can be deleted. */
const privacy = {
  about: ({
    retentionDays: days,
    logsMessages: logs,
    isAdmin,
    isWritten,
  }: {
    readonly retentionDays: number;
    readonly logsMessages: boolean;
    readonly isAdmin: boolean;
    /** Questions go to a language model. */
    readonly isWritten: boolean;
  }) =>
    [
      "Bot giữ lại những gì:",
      "• Tin nhắn của bạn: chỉ đến khi trả lời xong, sau đó nội dung bị xóa.",
      `• Câu hỏi trong cuộc trò chuyện riêng, kèm mã cuộc trò chuyện, để các nút dưới câu trả lời còn dùng được: ${number(days)} ngày.`,
      `• Câu hỏi không trả lời được và câu trả lời bạn bấm 👍 👎 (kèm lý do nếu có), cùng mã số Telegram của bạn, để người quản trị xem lại: ${number(days)} ngày. Trong nhóm, lượt bấm cho câu hỏi của người khác được giữ dưới một con số không dẫn tới bạn.`,
      `• Bộ lọc bạn gõ cho danh mục chuyến thăm, không kèm tên bạn: ${number(days)} ngày.`,
      "• Tin bạn đăng ký nhận, nếu có: đến khi bạn hủy.",
      "• Số câu bạn đã hỏi trong ngày, nếu có giới hạn: đến hôm sau. Tổng số câu hỏi mỗi ngày, không kèm tên ai.",
      "• Câu hỏi và câu trả lời gần nhất, để hiểu câu hỏi tiếp: 30 phút, chỉ trong bộ nhớ (/reset để xóa ngay).",
      ...(logs ? ["• Nhật ký kỹ thuật của bot có ghi câu hỏi và câu trả lời."] : []),
      ...(isAdmin
        ? [
            "• Việc bạn làm với tư cách quản trị viên được ghi trong /log và không bị xóa bởi /forget.",
          ]
        : []),
      "",
      isWritten
        ? "Câu hỏi của bạn và câu trả lời ngay trước đó được gửi, không kèm tên hay mã số của bạn, cho mô hình ngôn ngữ mà đơn vị vận hành bot dùng để soạn câu trả lời. Ngoài Telegram và mô hình đó, không có gì được gửi đi. Xóa những gì của bạn: /forget"
        : "Không có gì được gửi cho dịch vụ nào khác ngoài Telegram. Xóa những gì của bạn: /forget",
    ].join("\n"),
  confirm:
    "Xóa các câu hỏi, đánh giá và ngữ cảnh trò chuyện của bạn mà bot đang giữ? Việc này không hoàn tác được.",
  forgetButton: "Xóa dữ liệu của tôi",
  forgotten: (count: number): string =>
    count === 0
      ? "Bot không giữ câu hỏi hay đánh giá nào của bạn. Ngữ cảnh trò chuyện đã được xóa."
      : `Đã xóa ${number(count)} mục và ngữ cảnh trò chuyện của bạn.`,
};

/** What admins see of the desk: mending, corrections, reviews, the state of things. */
export const desk = {
  editing,
  correction,
  review,
  /** How much was re-indexed and how that ended, in the log. */
  run: {
    full: "toàn bộ",
    changes: "phần thay đổi",
    done: "xong",
    cancelled: "đã dừng",
    failed: "không thành công",
  } as Readonly<Record<string, string>>,
  rollback,
  status,
  privacy,
  /** Above the list of them. */
  adminCommands: "Lệnh của quản trị viên:",
  commands: {
    review: "Câu trả lời bị 👎 và câu hỏi bị từ chối (quản trị viên)",
    privacy: "Bot giữ lại những gì về bạn",
    forget: "Xóa dữ liệu của bạn",
  },
  recognised: {
    visit: "Chuyến thăm",
    moreVisits: (count: number) => `… và ${count} chuyến thăm khác`,
    noVisit:
      "Không nhận ra chuyến thăm hay buổi tiếp nào trong bài này. Nếu lưu, bot vẫn trả lời theo bài, nhưng danh mục sẽ không có thêm chuyến thăm.",
  },
  /** What was changed of an article, behind its name in the log: "ngày đăng: 21/01/2025". */
  changes: (changes: LogEntry["changes"], date: (iso: string) => string) =>
    changesInWords(changes, { field: FIELD, kind: KIND, none: "bỏ trống", date, colon: ": " }),
};

export type DeskTexts = typeof desk;
