import { crash, fuzz } from "./fuzz.ts";
import { hostile } from "./hostile.ts";
import { kill } from "./kill.ts";
import { load, memory, writer } from "./load.ts";

const USAGE = `npm run soak -- load [QUESTIONS]       200 chats at once, then 2,000 questions in a minute
npm run soak -- memory [QUESTIONS]     the bot's memory over 20,000 questions
npm run soak -- writer [QUESTIONS]     2,000 questions at 8 a second, with a writer that fails in a third of the calls
npm run soak -- fuzz [UPDATES] [SEED]  20,000 odd updates of every kind
npm run soak -- crash [KILLS] [SEED]   100 kills between receiving and answering
npm run soak -- hostile [KIND]         inputs made to take all time or memory, the worst of each kind
npm run soak -- kill [KILLS] [SEED]    200 kills while adding, removing, undoing, indexing, switching and rolling back`;

const [name, first, second] = process.argv.slice(2);
const count = (otherwise: number) => (first === undefined ? otherwise : Number(first));
const seed = second === undefined ? Date.now() % 100_000 : Number(second);
const TRIALS: Readonly<Record<string, () => Promise<boolean>>> = {
  load: () => load(count(2000)),
  memory: () => memory(count(20_000)),
  writer: () => writer(count(2000)),
  fuzz: () => fuzz(count(20_000), seed),
  hostile: () => hostile(first),
  kill: () => kill(count(200), seed),
  crash: () => crash(count(100), seed),
};

const trial = TRIALS[name ?? ""];
const passed = trial === undefined ? null : await trial();
if (passed === null) console.log(USAGE);
else console.log(passed ? "passed" : "FAILED");
process.exit(passed ? 0 : 1);
