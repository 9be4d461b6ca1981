import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldIcsLine, icsText, visitsCalendar } from "../../src/exports/ics.ts";
import type { Visit } from "../../src/model/visit.ts";
import { side, visit } from "../visits/register/visits.ts";

const NOW = new Date("2026-11-22T06:00:00Z");
const unescapeText = (text: string) =>
  text.replace(/\\([\\;,nN])/gu, (_, letter: string) => (/n/iu.test(letter) ? "\n" : letter));

/** Reads the events of a calendar as RFC 5545 says. */
function readEvents(ics: string): Map<string, string>[] {
  const lines = ics.replaceAll("\r\n ", "").split("\r\n");
  const events: Map<string, string>[] = [];
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+(?:;[^:]*)?):(.*)$/su.exec(line) ?? [];
    if (line === "BEGIN:VEVENT") events.push(new Map());
    else if (name !== undefined) events.at(-1)?.set(name, value!);
  }
  return events;
}

const day = (
  year: number | null,
  month: number | null = null,
  dayOfMonth: number | null = null,
) => ({
  year,
  month,
  day: dayOfMonth,
});

function eventOf(parts: Partial<Visit>): Map<string, string> {
  return readEvents(visitsCalendar([visit("a", parts)], NOW).ics)[0]!;
}

describe("a calendar of visits", () => {
  it("holds all-day events whose end is the day behind the last one", () => {
    const one = eventOf({ date: day(2024, 2, 28) });
    expect(one.get("DTSTART;VALUE=DATE")).toBe("20240228");
    expect(one.get("DTEND;VALUE=DATE")).toBe("20240229");
    const span = eventOf({ date: day(2024, 12, 30), endDate: day(2024, 12, 31) });
    expect(span.get("DTEND;VALUE=DATE")).toBe("20250101");
    const bare = eventOf({ date: day(2025, 1, 21), endDate: day(null, 1, 23) });
    expect(bare.get("DTEND;VALUE=DATE")).toBe("20250124");
    const misprint = eventOf({ date: day(2025, 1, 21), endDate: day(2024, 1, 23) });
    expect(misprint.get("DTEND;VALUE=DATE")).toBe("20250122");
  });

  it("leaves out and counts what has no known day; ids stay the same", () => {
    const visits = [
      visit("a", { date: day(2024, 2, 28) }),
      visit("b", { date: day(2024, 2) }),
      visit("c", { date: day(null, 2, 1) }),
      visit("d", {}),
    ];
    const { ics, events, leftOut } = visitsCalendar(visits, NOW);
    expect({ events, leftOut }).toEqual({ events: 1, leftOut: 3 });
    expect(readEvents(ics).map((event) => event.get("UID"))).toEqual(["a@visits-bot"]);
    expect(readEvents(ics)[0]!.get("DTSTAMP")).toBe("20261122T060000Z");
  });

  it("gives back who met, where and by which source", () => {
    const event = eventOf({
      kind: "tiếp xã giao",
      planned: true,
      date: day(2025, 1, 21),
      place: "Nhà khách tỉnh; phòng 1, tầng 2",
      host: side({ organisation: "UBND tỉnh Lạng Sơn" }),
      guest: side({ province: "Quảng Tây", people: [{ name: "Lý Thử", position: "Bí thư" }] }),
    });
    expect(unescapeText(event.get("SUMMARY")!)).toBe(
      "Tiếp xã giao (dự kiến): UBND tỉnh Lạng Sơn – Quảng Tây",
    );
    expect(unescapeText(event.get("LOCATION")!)).toBe("Nhà khách tỉnh; phòng 1, tầng 2");
    expect(unescapeText(event.get("DESCRIPTION")!).split("\n")).toEqual([
      "Bên tiếp: UBND tỉnh Lạng Sơn",
      "Đoàn khách: Lý Thử, Bí thư",
      "Nguồn: Bài a",
    ]);
    expect(event.get("STATUS")).toBe("TENTATIVE");
  });

  it("folds lines at 75 bytes, cuts no letter, and gives any text back", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 200 });
    fc.assert(
      fc.property(text, (value) => {
        const folded = foldIcsLine(`SUMMARY:${icsText(value)}`);
        for (const line of folded.split("\r\n")) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(line.isWellFormed()).toBe(true);
        }
        const clean = value
          .replace(/\r\n?/gu, "\n")
          .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu, "");
        expect(unescapeText(folded.replaceAll("\r\n ", "").slice("SUMMARY:".length))).toBe(clean);
      }),
      { numRuns: 200 },
    );
  });
});
