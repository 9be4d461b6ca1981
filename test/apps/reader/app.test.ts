import { describe, expect, it } from "vitest";
import { visitorOf, visitors } from "../../../src/apps/reader/app.ts";

describe("visitors", () => {
  const clock = { ms: 1000 };
  const admitted = (guests: ReturnType<typeof visitors>, address: string, times: number) =>
    Array.from({ length: times }, () => guests.admit(address)).filter(Boolean).length;

  it("get 120 pages a minute each, and as many again in the next", () => {
    const guests = visitors(() => clock.ms);
    expect(admitted(guests, "a", 150)).toBe(120);
    expect(admitted(guests, "b", 1)).toBe(1);
    clock.ms += 60_001;
    expect(admitted(guests, "a", 150)).toBe(120);
  });

  it("get fewer where pages take long", () => {
    const guests = visitors(() => clock.ms);
    guests.admit("a");
    guests.spent("a", 5_000);
    expect(admitted(guests, "a", 150)).toBe(19);
    expect(admitted(guests, "b", 1)).toBe(1);
  });

  it("leave half of the time to the bot, however many they are; who is turned away costs nobody anything", () => {
    const guests = visitors(() => clock.ms);
    for (let n = 0; n < 600; n++) expect(guests.admit(`v${n}`)).toBe(true);
    expect(admitted(guests, "late", 1000)).toBe(0);
    clock.ms += 60_001;
    expect(guests.admit("late")).toBe(true);
  });
});

describe("the visitor of a request", () => {
  it.each([
    ["203.0.113.7", "9.9.9.9", "203.0.113.7"],
    ["::ffff:203.0.113.7", undefined, "203.0.113.7"],
    ["127.0.0.1", "9.9.9.9, 198.51.100.4", "198.51.100.4"],
    ["10.0.0.2", "198.51.100.4", "198.51.100.4"],
    ["127.0.0.1", "not an address", "127.0.0.1"],
    ["127.0.0.1", undefined, "127.0.0.1"],
    ["2001:db8:1:2:3:4:5:6", undefined, "2001:db8:1:2"],
    [undefined, "9.9.9.9", "unknown"],
  ])("from %s with %s is %s", (connection, forwarded, visitor) => {
    expect(visitorOf(connection, forwarded)).toBe(visitor);
  });
});
