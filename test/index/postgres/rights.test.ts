import { existsSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const ROLES = "deploy/postgres-roles.sh";

it.skipIf(!existsSync(ROLES))("the container's database gets the rights that README names", () => {
  const [, lines] = /```sql\n(.*?)```/su.exec(readFileSync("README.md", "utf8"))!;
  const given = readFileSync(ROLES, "utf8");
  for (const line of lines!.trim().split("\n"))
    if (!line.includes("PASSWORD")) expect(given).toContain(line);
});
