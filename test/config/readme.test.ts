import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { CONFIG_FIELDS } from "../../src/config/fields.ts";
import type { Field } from "../../src/config/kinds.ts";

const row = (field: Field) =>
  `| \`${field.name}\` | ${field.default === undefined ? "–" : `\`${field.default}\``} | ${field.meaning} |`;

/** The table of README.md; when this test fails, put what it expects into README. */
const table = [
  "| Variable | Default | Meaning |",
  "| --- | --- | --- |",
  ...Object.values<Field>(CONFIG_FIELDS).map(row),
].join("\n");

it.skipIf(!existsSync("README.md"))("README lists every setting as the code has it", () => {
  expect(readFileSync("README.md", "utf8")).toContain(table);
});
