import type { VisitReport, VisitSide } from "../../../src/model/visit.ts";

export const side = (rest: Partial<VisitSide> = {}): VisitSide => ({
  organisation: null,
  province: null,
  country: null,
  head: null,
  people: rest.head == null ? [] : [{ name: rest.head, position: null }],
  ...rest,
});

/** A report whose every field was read from the first sentence of its article. */
export function report(articleId: string, rest: Partial<VisitReport> = {}): VisitReport {
  const passages = [{ start: 0, end: 20 }];
  return {
    articleId,
    published: null,
    points: [],
    kind: "tiếp",
    planned: false,
    date: { year: 2024, month: 5, day: 12 },
    endDate: null,
    place: null,
    host: side({ province: "Lạng Sơn", country: "Việt Nam" }),
    guest: side({ province: "Quảng Tây", country: "Trung Quốc", head: "Vũ Hiểu" }),
    topics: [],
    agreements: [],
    numbers: [],
    evidence: { kind: passages, date: passages, host: passages, guest: passages },
    ...rest,
  };
}

/** Articles of any id, with a text of their own. */
export const articleOf = (id: string) => ({
  title: `Tin ${id}`,
  url: `https://bao.example/${id}`,
  text: `Bài ${id} kể về buổi tiếp một đoàn khách. Câu thứ hai của bài ${id} kể thêm.`,
});
