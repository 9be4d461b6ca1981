// Proves that every regular expression of src runs in linear time: `npm run expressions`; with `-- --fresh` all of
// them anew, without it those that proved.txt does not know.
import { constructedAtLoad, type Expression, expressionsOf, sourceFiles } from "./literals.ts";
import { Proofs } from "./prove.ts";

const PROVED = "scripts/expressions/proved.txt";

const files = sourceFiles("src");
const sources = files.map((path) => expressionsOf(path));
const constructed = await constructedAtLoad(files);
const made = new Set(constructed.map(({ place }) => place));
const errors = sources
  .flatMap(({ constructions }) => constructions)
  .filter((place) => !made.has(place))
  .map((place) => `${place}: constructed later than at load, so that it cannot be checked`);

const places = new Map<string, Expression>();
for (const expression of [...sources.flatMap(({ literals }) => literals), ...constructed]) {
  const key = `/${expression.source}/${expression.flags}`;
  if (!places.has(key)) places.set(key, expression);
}
const proofs = new Proofs(PROVED, process.argv.includes("--fresh"));
for (const [key, { source, flags, place }] of places) {
  const finding = await proofs.find(source, flags);
  if (finding !== null) errors.push(`${place}: ${finding}\n    ${key}`);
}
proofs.save();
for (const error of errors.sort()) console.error(error);
console.log(`${places.size} regular expressions, ${errors.length} not proved linear`);
// The checker's process would keep this one alive.
process.exit(errors.length === 0 ? 0 : 1);
