import { describe, expect, it } from "vitest";
import { readVisits } from "../../../../src/visits/read/read-visits.ts";
import { articleOf } from "./foreign-articles.ts";
import { FOREIGN_REPORTS } from "./foreign-reports.ts";

const readings = FOREIGN_REPORTS.map((report) => ({
  report,
  visit: readVisits(articleOf(report))[0],
}));

describe.each(["en", "zh"] as const)("readVisits of articles in %s", (language) => {
  const own = readings.filter(({ report }) => report.language === language);
  const told = own.flatMap(({ report, visit }) => (visit ? [{ report, visit }] : []));

  it("finds most of the meetings", () => {
    expect(told.length).toBeGreaterThanOrEqual(8);
  });

  it("tells day, sides and heads as the article has them", () => {
    for (const { report, visit } of told) {
      const { day, month, year } = visit.date;
      expect(`${day}/${month}/${year}`).toBe(report.day);
      expect(visit.host.province).toBe(report.host.province);
      expect(visit.guest.province).toBe(report.guest.province);
      for (const side of ["host", "guest"] as const)
        expect([null, report[side].head]).toContain(visit[side].head);
    }
  });

  it("names nobody and cites nothing that does not stand in the article", () => {
    for (const { report, visit } of told) {
      for (const { name } of [...visit.host.people, ...visit.guest.people])
        expect(report.text).toContain(name);
      for (const passages of Object.values(visit.evidence))
        for (const { start, end } of passages)
          expect(report.text.slice(start, end).trim().length).toBeGreaterThan(0);
      expect(visit.evidence.guest?.length).toBeGreaterThan(0);
    }
  });
});
