import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { page } from "../../../../src/apps/cli/chat/pager.ts";
import { temporaryFolder } from "../../../index/fixture.ts";

const file = join(temporaryFolder(), "read.txt");
const printed: string[] = [];

afterEach(() => {
  vi.restoreAllMocks();
  printed.length = 0;
});

const capture = () =>
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    printed.push(String(text));
    return true;
  });

test("a long text goes to the pager, which is told where the passage is", async () => {
  capture();
  await page("Bài ▶ viết", `(cat; echo "$LESS") > '${file}'`);
  expect(readFileSync(file, "utf8")).toMatch(/^Bài ▶ viết\n.*\+\/▶\n$/u);
  expect(printed.join("")).toBe("");
});

test("a pager that is left early has shown enough", async () => {
  capture();
  await page("x".repeat(1_000_000), "true");
  expect(printed.join("")).toBe("");
});

test.each([undefined, " ", "no-such-pager-here 2>/dev/null"])(
  "without a pager that runs (%s) it is printed",
  async (pager) => {
    capture();
    await page("Bài viết", pager);
    expect(printed.join("")).toBe("Bài viết\n");
  },
);
