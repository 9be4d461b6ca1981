import { describe, expect, it } from "vitest";
import { refreshNotices } from "../../../../src/apps/cli/chat/run.ts";
import { countersText } from "../../../../src/apps/cli/commands/index.ts";
import { vi } from "../../../../src/locale/vi.ts";

const counters = { indexed: 1, updated: 0, unchanged: 3, removed: 0, skipped: 0, failures: [] };

describe("notices before the first question", () => {
  it("are none where all is well", () => {
    expect(refreshNotices({ kind: "done", counters }, vi)).toEqual([]);
  });

  it("name the first unreadable files and count the rest", () => {
    const failures = Array.from({ length: 7 }, (_, i) => ({ path: `${i}.md`, reason: "Trống." }));
    const lines = refreshNotices({ kind: "done", counters: { ...counters, failures } }, vi);
    expect(lines).toHaveLength(7);
    expect(lines[0]).toBe("7 tệp không đọc được:");
    expect(lines[1]).toBe("• 0.md: Trống.");
    expect(lines[6]).toBe("… và 2 tệp khác.");
  });

  it("name a file without letting its name steer the terminal", () => {
    const path = "a\u001b[2J\u202e\nđã xóa.md";
    const failures = [{ path, reason: "Trống." }];
    const lines = refreshNotices({ kind: "done", counters: { ...counters, failures } }, vi);
    expect(lines[1]).toBe("• a [2J  đã xóa.md: Trống.");
    expect(countersText({ ...counters, failures })).toContain("skipped a [2J  đã xóa.md: Trống.");
  });

  it("give the reason for which the index stays as it is", () => {
    const [line] = refreshNotices({ kind: "kept", reason: "The disk is full." }, vi);
    expect(line).toContain("The disk is full.");
  });
});
