import { ingestFile } from "../../../src/articles/parse/index.ts";
import type { Article, Language, WrittenContext } from "../../../src/model/index.ts";
import { mergeReports } from "../../../src/visits/merge/index.ts";
import { readVisits } from "../../../src/visits/read/index.ts";

const TEXT = `---
title: "Bí thư Tỉnh ủy Lạng Sơn tiếp đoàn thành phố Sùng Tả"
source: Báo thử
published: 2025-03-06
---

Ngày 5/3/2025, tại thành phố Lạng Sơn, ông Lê Văn Hạnh, Bí thư Tỉnh ủy Lạng Sơn, tiếp đoàn đại biểu thành phố Sùng Tả (Quảng Tây, Trung Quốc) do ông Trương Minh, Thị trưởng thành phố Sùng Tả, làm trưởng đoàn.

Ông Lê Văn Hạnh đề nghị hai bên kéo dài thời gian thông quan tại cửa khẩu Hữu Nghị thêm 2 giờ mỗi ngày. Ông Trương Minh cho biết năm 2024 có 86 doanh nghiệp của Sùng Tả đầu tư vào logistics. Thành phố Sùng Tả sẽ mở tuyến xe du lịch mới trong quý III.

Hai bên nhất trí lập đường dây nóng giữa hai cơ quan ngoại vụ. Đoàn chưa thống nhất phương án xây cầu qua sông Kỳ Cùng.
`;

const OTHER = `---
title: "Cao Bằng làm việc với thành phố Bách Sắc"
published: 2023-09-13
---

Ngày 12/9/2023, tại thành phố Cao Bằng, ông Hoàng Văn Thắng, Phó Chủ tịch UBND tỉnh Cao Bằng, làm việc với ông Lưu Kiệt, Phó Thị trưởng thành phố Bách Sắc (Quảng Tây, Trung Quốc).

Ông Lưu Kiệt đề xuất mở phiên chợ chung mỗi tháng hai lần.
`;

function articleOf(name: string, text: string): Article {
  const result = ingestFile(name, Buffer.from(text));
  if (!result.ok) throw new Error(result.reason);
  return result.articles[0]!;
}

const ARTICLES = [articleOf("mot.md", TEXT), articleOf("hai.md", OTHER)];
export const lookup = (id: string): Article | null => ARTICLES.find((one) => one.id === id) ?? null;

/** Two articles, a passage a block: [1] to [3] of the first one, [4] and [5] of the second. */
export function contextIn(
  language: Language,
  question = "Hai bên đã trao đổi gì?",
): WrittenContext {
  const reports = ARTICLES.flatMap((article) => readVisits(article));
  return {
    question,
    language,
    passages: ARTICLES.flatMap((article) =>
      article.blocks.map((block) => ({ article, block })),
    ).map(({ article, block: { start, end } }, i) => ({
      n: i + 1,
      articleId: article.id,
      title: article.title,
      source: article.source,
      published: article.published,
      text: article.text.slice(start, end),
      start,
      end,
    })),
    records: mergeReports(reports, (id) => lookup(id) ?? undefined),
  };
}
