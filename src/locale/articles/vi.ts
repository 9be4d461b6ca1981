import type { CorpusProblem, LogEntry, LoggedAction } from "../../articles/corpus/index.ts";
import type { FetchCode, FetchFailure } from "../../articles/fetch/index.ts";
import type { Article, IndexOutcome, LeftOutReason, SkipCode } from "../../model/index.ts";
import { NUMBERS } from "../format.ts";

/** What undoing concerns. */
interface UndoneChange {
  readonly action: LoggedAction;
  readonly title: string;
}

/** An article in a line of a report: its title, with source and date where they are known. */
interface ArticleLine {
  readonly title: string;
  /** As `sourceNote` writes it, with what parts it from the title; may be empty. */
  readonly note: string;
}

const number = NUMBERS.vi;

const LOGGED: Readonly<Record<LoggedAction, string>> = {
  add: "thêm bài",
  update: "cập nhật bài",
  edit: "sửa thông tin bài",
  remove: "xóa bài",
  wrong: "đánh dấu chuyến thăm là sai",
  merge: "gộp chuyến thăm",
  part: "tách chuyến thăm",
  question: "thêm câu kiểm tra",
  undo: "hoàn tác",
  reindex: "lập lại chỉ mục",
  rollback: "quay lại chỉ mục cũ",
};

const CHANGE: Partial<Record<LoggedAction, string>> = {
  add: "việc thêm bài",
  update: "việc cập nhật bài",
  edit: "việc sửa thông tin bài",
  remove: "việc xóa bài",
  wrong: "việc đánh dấu sai chuyến thăm",
  merge: "việc gộp chuyến thăm",
  part: "việc tách chuyến thăm",
  question: "việc thêm câu kiểm tra",
};

const notIndexed = (missing: string, kept: string) => (outcome: IndexOutcome) => {
  if (outcome.kind === "held")
    return `Chỉ mục đang được giữ ở bản cũ nên chưa có ${missing}. Gửi /reindex khi muốn cập nhật.`;
  if (outcome.kind === "cancelled")
    return `Việc cập nhật chỉ mục đã bị dừng nên chưa có ${missing}. Gửi /reindex để cập nhật.`;
  const reason = outcome.kind === "failed" ? ` (${outcome.reason})` : "";
  return `Chưa cập nhật được chỉ mục${reason}. ${kept} vẫn được giữ; gửi /reindex để thử lại.`;
};

/** Finding, removing and re-indexing articles, taking changes back, the log: for admins. */
export const articles = {
  heading: (total: number, words: string): string =>
    words === ""
      ? `${number(total)} bài trong kho, mới nhất trước`
      : `${number(total)} bài khớp với “${words}”`,
  none: (words: string): string =>
    words === ""
      ? "Kho chưa có bài nào. Gửi /add để thêm bài."
      : `Không có bài nào khớp với “${words}”. Xin thử ít từ hơn, hoặc gửi /articles để xem tất cả.`,
  /** Below a list: how to find others. */
  hint: "Bấm số để mở bài. Tìm bài: /articles kèm vài từ trong tên bài.",
  /** Shown on a pressed button whose list or article is not known any more. */
  listExpired: "Danh sách này đã cũ. Xin gửi lại /articles.",
  articleGone: "Bài này không còn trong chỉ mục. Xin gửi lại /articles.",
  visits: (count: number): string =>
    count === 0
      ? "Không có chuyến thăm nào trong danh mục"
      : `${number(count)} chuyến thăm trong danh mục`,
  openButton: "Mở bài",
  removeButton: "Xóa",
  reindexButton: "Lập chỉ mục lại",
  backButton: "‹ Danh sách",
  cancelButton: "Hủy",
  undoButton: "Hoàn tác",
  removeUsage:
    "Dùng /remove kèm mã bài, ví dụ: /remove added/2025/ten-bai. Mã bài có trong thẻ bài khi mở từ /articles.",
  notFound: (id: string) => `Không có bài nào mang mã “${id}”. Xin tìm bằng /articles kèm vài từ.`,
  /** The id is that of a brief on another article's page. */
  isBrief: (pageId: string) =>
    `Đây là mẩu tin nằm trong trang của bài khác nên không xóa riêng được. Muốn xóa cả trang: /remove ${pageId}`,
  confirmRemove: (title: string) => `Xóa bài “${title}” khỏi kho?`,
  notRemoved: "Đã hủy, bài vẫn còn trong kho.",
  removed: (title: string, by: string) => `Đã xóa bài “${title}” (${by}).`,
  /** The index is being brought up to date. */
  indexing: "Đang cập nhật chỉ mục…",
  /** Behind `removed` and `undone`, when the index is up to date. */
  removedFromIndex: "Bot không còn trả lời theo bài này. Muốn lấy lại bài: /undo",
  undoneInIndex: "Chỉ mục đã được cập nhật.",
  notIndexed: notIndexed("thay đổi này", "Thay đổi"),
  reindexing: (title: string) => `Đang đọc và lập chỉ mục lại bài “${title}”…`,
  reindexed: (title: string) => `Đã đọc và lập chỉ mục lại bài “${title}”.`,
  problem: {
    busy: "Kho bài đang được thay đổi hoặc sao lưu. Chưa có gì thay đổi; xin thử lại sau ít phút.",
    full: "Đĩa đã đầy nên không ghi được. Chưa có gì thay đổi; xin giải phóng dung lượng rồi thử lại.",
    "not-writable":
      "Không có quyền ghi vào thư mục kho bài hoặc chỉ mục. Chưa có gì thay đổi; xin cấp quyền ghi rồi thử lại.",
    damaged:
      "Nhật ký (state.db) bị hỏng. Chưa có gì thay đổi; xin khởi động lại bot hoặc khôi phục bản sao lưu.",
  } satisfies Record<CorpusProblem, string>,
  nothingToUndo: "Không có thay đổi nào để hoàn tác.",
  confirmUndo: ({ action, title }: UndoneChange) =>
    `Hoàn tác ${CHANGE[action] ?? LOGGED[action]} “${title}”?`,
  notUndone: "Đã hủy, không có gì thay đổi.",
  undone: ({ action, title }: UndoneChange, by: string) =>
    `Đã hoàn tác ${CHANGE[action] ?? LOGGED[action]} “${title}” (${by}).`,
  /** Another change was made since it was asked. */
  undoOther: "Kho bài vừa có thay đổi khác. Xin gửi lại /undo.",
  /** The file was edited by hand since. */
  undoChanged: (path: string) =>
    `Không hoàn tác được: tệp ${path} đã bị sửa bên ngoài bot sau lần thay đổi đó. Xin sửa tệp trực tiếp trong thư mục kho bài rồi gửi /reindex.`,
  logHeading: "Nhật ký quản trị, mới nhất trước",
  logEmpty: "Nhật ký chưa có gì.",
  logEntry: ({ action, detail, undone }: Pick<LogEntry, "action" | "detail" | "undone">) =>
    `${LOGGED[action]}${detail === "" ? "" : ` “${detail}”`}${undone ? " (đã hoàn tác)" : ""}`,
  commands: {
    articles: "Tìm, mở, xóa bài, lập chỉ mục lại một bài (quản trị viên)",
    remove: "Xóa một bài theo mã (quản trị viên)",
    undo: "Hoàn tác thay đổi gần nhất của kho bài (quản trị viên)",
    log: "Nhật ký: ai đã làm gì, khi nào (quản trị viên)",
  },
};

/** Adding articles: for admins. */
const adding = {
  usage: [
    "Cách thêm bài vào kho tư liệu:",
    "• /add kèm một hoặc nhiều địa chỉ trang web",
    "• gửi tệp .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv hoặc .pdf có chữ (phần chú thích, nếu có, là tên bài)",
    "• chuyển tiếp bài đăng của một kênh",
    "• /add rồi dán toàn văn bài viết, dòng đầu là tên bài",
    "",
    "Trong nhóm, trả lời tin nhắn có bài hoặc tệp bằng lệnh /add.",
  ].join("\n"),
  readingPage: (host: string) => `Đang đọc trang ${host}…`,
  readingFile: "Đang đọc tệp…",
  readingText: "Đang đọc bài viết…",
  /** Only the first of many addresses are read. */
  tooMany: (most: number) =>
    `Mỗi lần tôi chỉ đọc được ${number(most)} địa chỉ. Xin gửi tiếp các địa chỉ còn lại sau.`,
  fileTooLarge: "Tệp lớn quá: Telegram chỉ cho bot tải tệp đến 20 MB. Xin gửi riêng bài viết.",
  fileLost: "Không tải được tệp từ Telegram. Xin gửi lại tệp sau ít phút.",
  /** Above the card of an article that waits. */
  heading: "Thêm bài này vào kho tư liệu?",
  updateHeading: "Cập nhật bài đã có?",
  feedHeading: (feed: string) => `Bài mới từ ${feed}. Thêm vào kho tư liệu?`,
  source: "Nguồn",
  published: "Ngày đăng",
  event: "Ngày diễn ra",
  length: "Độ dài",
  /** What of the source is not in the article: letters and digits, of how many, and why. */
  leftOut: "Không đưa vào bài",
  leftOutOf: (letters: number, source: number, reasons: string) =>
    `${number(letters)}/${number(source)} ký tự (${reasons})`,
  leftOutReasons: {
    furniture: "menu, nút bấm, chân trang",
    related: "tin khác",
    outside: "ngoài thân bài",
    repeated: "lặp lại",
    details: "ngày đăng, nguồn, địa chỉ",
    pictures: "tên tệp ảnh",
    hidden: "chữ ẩn",
    deleted: "đoạn đã xóa",
    heads: "đầu trang, số trang",
  } satisfies Record<LeftOutReason, string>,
  words: (count: number) => `${number(count)} chữ`,
  /** Behind the length of an article that was cut. */
  cutOff: (chars: number) => `bài quá dài, đã bỏ ${number(chars)} ký tự cuối`,
  unknown: "không rõ",
  /** The article is there already; saving replaces it. */
  same: ({ title, note }: ArticleLine) =>
    `Bài này đã có: “${title}”${note}. Cập nhật sẽ thay nội dung bài đó.`,
  /** The article has another one's words with another day, number or name. */
  alike: (
    { title, note }: ArticleLine,
    { own, other }: { readonly own: string; readonly other: string },
  ) =>
    `Bài này gần giống từng chữ với “${title}”${note}, nhưng khác ở “${own}” (bài đã có: “${other}”), nên có lẽ nói về sự kiện khác. “Lưu như bài mới” sẽ giữ cả hai bài; “Cập nhật” sẽ thay bài đã có.`,
  newButton: "Lưu như bài mới",
  readingPicture: (page: number, pages: number) =>
    `Đang nhận dạng chữ trên ảnh, trang ${number(page)}/${number(pages)}…`,
  readFrom: "Đọc từ ảnh",
  pictures: ({ sureness, pages, unread, of }: NonNullable<Article["image"]>): string => {
    const left = unread.length === 0 ? "" : `; bỏ trang không đọc được: ${unread.join(", ")}`;
    return `trang ${pages.join(", ")} (trên ${number(of)} trang), độ chắc chắn ${sureness}/100${left}. Xin đối chiếu với bản gốc.`;
  },
  saveButton: "Lưu",
  updateButton: "Cập nhật",
  cancelButton: "Hủy",
  skipButton: "Bỏ qua",
  /** Shown on the pressed button: the article was added meanwhile. */
  nowThere: "Bài này vừa có trong kho. Xin xem lại rồi bấm Cập nhật nếu vẫn muốn lưu.",
  saved: (by: string) => `Đã lưu (${by}).`,
  indexing: "Đang cập nhật chỉ mục, ít giây nữa sẽ hỏi được.",
  /** What the article's file is called, to name it in a command. */
  id: (articleId: string) => `Mã bài: ${articleId}`,
  indexed: "Bài đã có trong chỉ mục, có thể hỏi ngay. Muốn bỏ thay đổi này: /undo",
  notIndexed: notIndexed("bài này", "Bài"),
  fileSkipped: (reason: string) => `Chỉ mục không nhận bài này: ${reason}`,
  dropped: (by: string) => `Đã bỏ qua, không lưu (${by}).`,
  /** A pressed button whose article is not kept any more. */
  gone: "Thẻ này đã quá 7 ngày hoặc không còn được giữ. Xin gửi lại bài.",
  feedsBroken: (problem: string) =>
    `Danh sách nguồn tin theo dõi bị lỗi nên tạm thời không nguồn nào được theo dõi; bot vẫn trả lời câu hỏi.\n${problem}\nXin sửa tệp rồi khởi động lại bot.`,
  autoAdded: (count: number) => `Đã tự động thêm ${number(count)} bài từ nguồn tin theo dõi:`,
  moreArticles: (count: number) => `… và ${number(count)} bài khác.`,
};

/** Changing the corpus: for admins. */
export const corpus = {
  adding,
  commands: { add: "Thêm bài viết: địa chỉ, tệp hoặc văn bản (quản trị viên)" },
};

const FETCH: Readonly<Record<FetchCode, string>> = {
  "bad-url": "Đây không phải là một địa chỉ web. Xin chép lại trọn vẹn địa chỉ từ trình duyệt.",
  "bad-scheme": "Tôi chỉ tải được địa chỉ bắt đầu bằng http:// hoặc https://.",
  credentials: "Địa chỉ có kèm tên đăng nhập hoặc mật khẩu. Xin bỏ phần đó rồi gửi lại.",
  "bad-port": "Địa chỉ dùng một cổng mà tôi không được phép truy cập.",
  "private-address":
    "Địa chỉ này thuộc mạng nội bộ nên tôi không được phép tải. Xin gửi tệp hoặc dán nội dung bài viết.",
  "unknown-host": "Không tìm thấy trang web này. Xin kiểm tra lại địa chỉ.",
  unreachable: "Không kết nối được với trang web. Xin thử lại sau ít phút.",
  "tls-error":
    "Chứng chỉ bảo mật của trang web không hợp lệ nên tôi không tải. Xin gửi tệp hoặc dán nội dung bài viết.",
  timeout: "Trang web trả lời quá chậm. Xin thử lại sau ít phút.",
  cancelled: "Đã dừng tải trang.",
  "too-many-redirects":
    "Trang web chuyển hướng quá nhiều lần. Xin gửi địa chỉ cuối cùng mà trình duyệt hiển thị.",
  "insecure-redirect":
    "Trang web chuyển từ kết nối bảo mật (https) sang không bảo mật (http). Nếu tin tưởng trang này, xin gửi thẳng địa chỉ http.",
  "too-large": "Trang hoặc tệp lớn quá 20 MB. Xin gửi riêng nội dung bài viết.",
  "bad-response": "Trang web trả về dữ liệu hỏng. Xin thử lại, hoặc dán nội dung bài viết.",
  "wrong-type":
    "Địa chỉ này dẫn tới hình ảnh, âm thanh hoặc video. Xin gửi địa chỉ của trang có bài viết.",
  empty: "Trang web trả về nội dung trống.",
  "not-found": "Trang này không còn trên mạng. Xin kiểm tra lại địa chỉ.",
  forbidden: "Trang web không cho phép tải trang này. Xin gửi tệp hoặc dán nội dung bài viết.",
  "too-many-requests": "Trang web đang giới hạn số lượt truy cập. Xin thử lại sau ít phút.",
  "server-error": "Trang web đang gặp lỗi. Xin thử lại sau ít phút.",
  "http-error": "Trang web không trả về bài viết. Xin kiểm tra lại địa chỉ.",
  "not-modified": "Trang này không có gì thay đổi so với lần tải trước.",
};

const DOCUMENT: Readonly<Record<SkipCode, string>> = {
  "too-large":
    "Tài liệu lớn quá. Tối đa: 5 MB với trang web và văn bản thuần, 20 MB với .docx và .pdf, 60 trang với .pdf. Xin gửi riêng bài viết.",
  empty: "Tệp trống.",
  binary:
    "Tệp này không phải là văn bản. Tôi đọc được .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv và .pdf có chữ.",
  "bad-encoding":
    "Không đọc chắc chắn được chữ trong tệp (có thể dùng phông TCVN3, VNI hoặc sai bảng mã). Xin chuyển sang Unicode rồi gửi lại.",
  "bad-front-matter":
    "Phần thông tin ở đầu tệp Markdown bị lỗi. Xin đặt giá trị có dấu hai chấm trong dấu ngoặc kép.",
  "bad-html": "Không đọc được trang này. Xin dán nội dung bài viết.",
  "no-text": "Không tìm thấy nội dung bài viết. Xin dán nội dung bài viết.",
  "unknown-type":
    "Tôi không đọc được loại tệp này. Xin gửi .txt, .md, .html, .docx, .odt, .rtf, .xlsx, .csv hoặc .pdf có chữ.",
  "old-office":
    "Đây là tệp Office phiên bản cũ (.doc, .xls). Xin mở ra, lưu thành .docx (bảng tính thành .xlsx) rồi gửi lại.",
  mail: "Đây là thư điện tử. Xin lưu nội dung thư thành .txt, hoặc gửi các tệp đính kèm trong thư.",
  archive: "Đây là tệp nén. Xin giải nén rồi gửi từng tệp bên trong.",
  unreadable: "Không mở được tệp. Xin gửi lại.",
  "duplicate-id": "Đã có một bài cùng tên tệp. Xin đổi tên rồi gửi lại.",
  encrypted: "Tệp được bảo vệ bằng mật khẩu. Xin lưu bản không có mật khẩu rồi gửi lại.",
  scanned: "Tệp PDF chỉ có ảnh chụp trang, không có chữ. Xin gửi bản có chữ hoặc dán nội dung.",
  "bad-document": "Tệp bị hỏng. Xin mở bằng Word hoặc trình đọc PDF, lưu lại rồi gửi.",
  "too-costly": "Đọc tài liệu này mất quá nhiều thời gian. Xin dán nội dung bài viết.",
};

/** Why a page or document that somebody wants to add was not taken, and what to do. */
export const sources = {
  fetchFailed: ({ code, status }: FetchFailure): string =>
    code === "http-error" && status !== undefined
      ? `${FETCH[code]} (Mã lỗi: ${status}.)`
      : FETCH[code],
  documentFailed: (code: SkipCode): string => DOCUMENT[code],
};

export type ArticlesTexts = typeof articles;
export type CorpusTexts = typeof corpus;
export type SourceTexts = typeof sources;
