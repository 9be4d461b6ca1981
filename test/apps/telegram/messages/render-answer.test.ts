import { describe, expect, test } from "vitest";
import {
  renderAnswerMessages,
  renderPassages,
  renderSources,
} from "../../../../src/apps/telegram/messages/render-answer.ts";
import { localeFor } from "../../../../src/locale/index.ts";
import { answered, citation, refused, sourceRows } from "../samples.ts";
import { parseTelegramHtml } from "../telegram-html.ts";

const vi = localeFor("vi");

/** Texts of the entities of a kind. */
function marked(html: string, type: string): string[] {
  const { text, entities } = parseTelegramHtml(html);
  return entities
    .filter((entity) => entity.type === type)
    .map((entity) => text.slice(entity.offset, entity.offset + entity.length));
}

describe("an answer", () => {
  const answer = answered("Ai tiếp đoàn Bằng Tường?");
  const [message, ...others] = renderAnswerMessages(answer, vi);

  test("is one message with points, sources and quotes in this order", () => {
    expect(others).toEqual([]);
    expect(message!.text).toBe(
      [
        "• Ông Nguyễn Văn Mẫu chủ trì buổi tiếp đoàn. [1]",
        "• Hai bên ký 16 thỏa thuận hợp tác. [2]",
        "",
        "Nguồn:",
        "[1] Tiếp đoàn công tác thứ 1 – Báo Thử Nghiệm, 21/01/2025",
        "[2] Tiếp đoàn công tác thứ 2 – Báo Thử Nghiệm, chưa rõ ngày đăng",
        "",
        "Trích nguyên văn:",
        "[1] Đoạn trích số 1 về buổi tiếp đoàn.",
        "[2] Đoạn trích số 2 về buổi tiếp đoàn.",
      ].join("\n"),
    );
  });

  test("marks the words that answer", () => {
    expect(marked(message!.html, "bold")).toEqual([
      "Nguyễn Văn Mẫu",
      "Nguồn:",
      "Trích nguyên văn:",
    ]);
  });

  test("links numbers to the passage and the title to the article, where there is an address", () => {
    const { entities, text } = parseTelegramHtml(message!.html);
    const links = entities
      .filter((e) => e.type === "text_link")
      .map((e) => [text.slice(e.offset, e.offset + e.length), e.url]);
    const { link, url } = citation(1);
    expect(links).toEqual([
      ["[1]", link],
      ["[1]", link],
      ["Tiếp đoàn công tác thứ 1", url],
    ]);
  });

  test("has its quotes in an expandable quote", () => {
    expect(marked(message!.html, "expandable_blockquote")).toEqual([
      "[1] Đoạn trích số 1 về buổi tiếp đoàn.\n[2] Đoạn trích số 2 về buổi tiếp đoàn.",
    ]);
  });

  test("shows the addresses in its plain form", () => {
    expect(message!.plain).toContain("21/01/2025\nhttps://bao.example/tin-1\n[2]");
  });

  test("names an article once where several numbers cite it", () => {
    const same = answered("?", { citations: [citation(1), citation(2, { articleId: "tin-1" })] });
    expect(renderAnswerMessages(same, vi)[0]!.text).toContain(
      "Nguồn: [1] [2] Tiếp đoàn công tác thứ 1 – Báo Thử Nghiệm, 21/01/2025\n\n",
    );
  });

  test("names many sources by newspaper and day in one paragraph", () => {
    const citations = [1, 2, 3, 4, 5].map((n) => citation(n));
    citations[4] = citation(5, { source: null, published: null });
    const answer = citations.map(({ n }) => `• Đoàn thứ ${n} [${n}]`).join("\n");
    const [list] = renderAnswerMessages(answered("?", { answer, citations, spans: [] }), vi);
    expect(list!.text).toMatch(
      /\n\nNguồn:\n\[1\] Báo Thử Nghiệm, 21\/01\/2025 · \[2\] .* · \[5\] Tiếp đoàn công tác thứ 5$/u,
    );
  });

  test("uses the words of its language", () => {
    const [english] = renderAnswerMessages(answered("Who?", { language: "en" }), localeFor("en"));
    expect(english!.text).toContain("Sources:\n[1]");
    expect(english!.text).toContain("21 Jan 2025");
    expect(english!.text).toContain("publication date unknown");
  });

  test("has the direct line first, bold, then the one sentence that gives it", () => {
    const direct = "Lý Thử, Thị trưởng [2]\n";
    const text = `${direct}Đoàn do ông Lý Thử, Thị trưởng, dẫn đầu. [2]\nÔng cảm ơn tỉnh. [1]`;
    const quote = "Đoàn do ông Lý Thử, Thị trưởng, dẫn đầu.";
    const [short] = renderAnswerMessages(
      answered("Ai dẫn đầu?", {
        answer: text,
        direct: "Lý Thử, Thị trưởng",
        spans: [],
        added: [{ start: 0, end: direct.length, kind: "direct" }],
        citations: [citation(1), citation(2, { quote })],
      }),
      vi,
    );
    expect(short!.text).toBe(
      [
        "Lý Thử, Thị trưởng [1]",
        "Đoàn do ông Lý Thử, Thị trưởng, dẫn đầu. [1]",
        "",
        "Nguồn: [1] Tiếp đoàn công tác thứ 2 – Báo Thử Nghiệm, 21/01/2025",
      ].join("\n"),
    );
    expect(marked(short!.html, "bold")).toEqual(["Lý Thử, Thị trưởng ", "Nguồn:"]);
  });

  test("of the last visit has its day first, and quotes nothing that its line tells", () => {
    const text = "Lần gần nhất:\n[21/1/2025]: Lạng Sơn tiếp Quảng Tây [1]";
    const at = text.indexOf("[21");
    const [last] = renderAnswerMessages(
      answered("Lần gần nhất?", {
        answer: text,
        spans: [{ start: at, end: at + 11, type: "date" }],
        citations: [citation(1)],
        register: { intent: "last", filter: {}, total: 1, articles: 1, visits: ["v1"] },
      }),
      vi,
    );
    expect(last!.text).toBe(
      [
        "21/1/2025 [1]",
        "Lần gần nhất:",
        "21/1[/2025]: Lạng Sơn tiếp Quảng Tây [1]",
        "",
        "Nguồn: [1] Tiếp đoàn công tác thứ 1 – Báo Thử Nghiệm, 21/01/2025",
      ].join("\n"),
    );
    expect(marked(last!.html, "bold")).toEqual(["21/1/2025 ", "21/1[/2025]", "Nguồn:"]);
  });

  test("that is of another time than was asked has no day on top", () => {
    const text = "Không thấy năm 2015. Gần nhất:\n[11/12/2011]: Lạng Sơn tiếp Sùng Tả [1]";
    const at = text.indexOf("[11");
    const [other] = renderAnswerMessages(
      {
        ...answered("Lần đầu năm 2015?", {
          answer: text,
          spans: [{ start: at, end: at + 12, type: "date" }],
          citations: [citation(1)],
          register: { intent: "first", filter: {}, total: 1, articles: 1, visits: ["v1"] },
        }),
        answered: false,
      },
      vi,
    );
    expect(other!.text).toMatch(/^Không thấy năm 2015/u);
  });

  test("tells a day once, and many numbers as a row", () => {
    const quote = "Ngày 21/1, hai bên ký.";
    const [short] = renderAnswerMessages(
      answered("Khi nào?", {
        answer: "Ngày 21/1 [21/1/2025], hai bên ký. [1] [2] [3]\n[21/1/2025]: hội đàm [1] [3]",
        spans: [{ start: 5, end: 21, type: "date" }],
        added: [{ start: 9, end: 21, kind: "date" }],
        citations: [1, 2, 3].map((n) => citation(n, { quote, articleId: "tin-1" })),
      }),
      vi,
    );
    expect(short!.text.split("\n\n")[0]).toBe(
      "• Ngày 21/1[/2025], hai bên ký. [1]–[3]\n• 21/1[/2025]: hội đàm [1] [3]",
    );
    expect(short!.text).toContain("Nguồn: [1]–[3] Tiếp đoàn");
    expect(marked(short!.html, "bold")).toEqual(["21/1[/2025]", "Nguồn:"]);
  });

  test("quotes a summary as one", () => {
    const [summary] = renderAnswerMessages(
      answered("?", { citations: [citation(1, { isSummary: true }), citation(2)] }),
      vi,
    );
    expect(summary!.text).toContain("[1] Tiếp đoàn công tác thứ 1 – Tóm lược theo Báo Thử Nghiệm");
    expect(summary!.text).toMatch(/Trích nguyên văn:\n\[2\] .*\n\nTrích bản tóm lược:\n\[1\]/u);
  });

  test("bears every dangerous character in every field", () => {
    const evil = `<b>&amp;</b> "'> </a><script> [1] ${"\u{1F600}"}`;
    const hostile = answered(evil, {
      answer: `${evil} [1]\n${evil} [2]`,
      spans: [{ start: 3, end: 60, type: "phrase" }],
      citations: [
        citation(1, { title: evil, source: evil, quote: evil, url: `https://x.example/"><b>` }),
        citation(2, { url: "javascript:alert(1)", link: "https:///nohost" }),
      ],
    });
    const [first] = renderAnswerMessages(hostile, vi, { showQuestion: true });
    const { text, entities } = parseTelegramHtml(first!.html);
    expect(text).toBe(first!.text);
    expect(text.startsWith(`${evil}\n\n• ${evil} [1]`)).toBe(true);
    expect(entities.map((e) => e.url ?? "https:").every((url) => url.startsWith("https:"))).toBe(
      true,
    );
  });

  test("that is too long becomes several messages, each within the limit", () => {
    const quote = "Đây là một câu rất dài được lặp lại nhiều lần trong bài. ".repeat(60).trim();
    const long = answered("?", { citations: [1, 2, 3].map((n) => citation(n, { quote })) });
    const messages = renderAnswerMessages(long, vi);
    expect(messages.length).toBeGreaterThan(1);
    for (const { html, plain } of messages) {
      expect(parseTelegramHtml(html).text.length).toBeLessThanOrEqual(4096);
      expect(plain.length).toBeLessThanOrEqual(4096);
    }
    expect(messages[0]!.text).toContain("Nguồn:");
  });
});

describe("a refusal", () => {
  test("is one sentence with the nearest articles", () => {
    const [message] = renderAnswerMessages(refused("Thời tiết?"), vi);
    expect(message!.text).toBe(
      [
        "Tôi không tìm thấy thông tin này trong tư liệu hiện có.",
        "",
        "Những bài có nội dung gần nhất:",
        "1. Tiếp đoàn công tác thứ 1 – Báo Thử Nghiệm, 21/01/2025",
        "2. Tiếp đoàn công tác thứ 2 – Báo Thử Nghiệm, 21/01/2025",
      ].join("\n"),
    );
    expect(marked(message!.html, "text_link")).toHaveLength(2);
  });

  test("stands alone where nothing is near", () => {
    const [message] = renderAnswerMessages(refused("?", { nearest: [] }), vi);
    expect(message!.text).toBe("Tôi không tìm thấy thông tin này trong tư liệu hiện có.");
  });
});

test("further passages stand under their articles", () => {
  const [message] = renderPassages([citation(3), citation(4, { url: null, link: null })], vi);
  expect(message!.text).toBe(
    [
      "Các đoạn liên quan khác:",
      "[3] Tiếp đoàn công tác thứ 3 – Báo Thử Nghiệm, 21/01/2025",
      "Đoạn trích số 3 về buổi tiếp đoàn.",
      "",
      "[4] Tiếp đoàn công tác thứ 4 – Báo Thử Nghiệm, 21/01/2025",
      "Đoạn trích số 4 về buổi tiếp đoàn.",
    ].join("\n"),
  );
});

describe("a page of the source list", () => {
  test("numbers its rows on from the page before and escapes them", () => {
    const rows = sourceRows(10).slice(8);
    const message = renderSources({ total: 10, rows }, 8, vi);
    expect(message.text).toBe(
      [
        "Kho tư liệu có 10 bài viết, mới nhất trước:",
        "",
        "9. Bài viết 9 <về> A & B – Báo Thử Nghiệm, 21/01/2025",
        "10. Bài viết 10 <về> A & B – 21/01/2025",
      ].join("\n"),
    );
    expect(parseTelegramHtml(message.html).text).toBe(message.text);
  });

  test("stays one message with the longest titles", () => {
    const rows = sourceRows(8).map((row) => ({ ...row, title: "ữ🇻🇳".repeat(400) }));
    const message = renderSources({ total: 8, rows }, 0, vi);
    expect(message.text).toContain("\n8. ");
    expect(message.text.length).toBeLessThanOrEqual(4096);
  });
});
