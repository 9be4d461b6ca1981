import { parseArgs } from "node:util";
import { generateVisits } from "./generate.ts";
import { measureQueries, registerInMemory } from "./queries.ts";
import { measureSurfaces } from "./surfaces.ts";

const USAGE = `Measures queries of the register of visits, and what users get from it.

npm run bench:register                  10,000 generated visits
npm run bench:register -- --visits N`;
/** Milliseconds that any answer may take; pictures and files of all visits may take longer. */
const LIMIT_MS = 100;

const { values } = parseArgs({
  options: {
    visits: { type: "string", default: "10000" },
    help: { type: "boolean", default: false },
  },
});
if (values.help) {
  console.log(USAGE);
  process.exit(0);
}

const { register, loadMs } = registerInMemory(generateVisits(Number(values.visits)));
console.log(`${values.visits} visits written in ${loadMs.toFixed(0)} ms`);
console.log(
  `${"".padEnd(40)}${"matches".padStart(8)}${"median".padStart(10)}${"worst".padStart(10)}`,
);
for (const { name, total, medianMs, worstMs } of measureQueries(register)) {
  const late = medianMs > LIMIT_MS ? `  > ${LIMIT_MS} ms` : "";
  console.log(
    `${name.padEnd(40)}${String(total).padStart(8)}${medianMs.toFixed(1).padStart(7)} ms${worstMs.toFixed(1).padStart(7)} ms${late}`,
  );
}

for (const { name, medianMs, worstMs } of await measureSurfaces(register)) {
  console.log(
    `${name.padEnd(48)}${medianMs.toFixed(1).padStart(7)} ms${worstMs.toFixed(1).padStart(7)} ms`,
  );
}
