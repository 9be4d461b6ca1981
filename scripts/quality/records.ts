import { parseArgs } from "node:util";
import { fold } from "../../src/language/text/index.ts";
import type { Visit } from "../../src/model/index.ts";
import { openCorpus } from "../shared/corpus.ts";
import { percent, table } from "../shared/figures.ts";

const HELP = `Asks who came, received, led and met whom, and when, of every meeting in the register of a corpus, and compares the
answers with its records: what the register knows must not be answered with somebody else.

npm run eval:records -- [--corpus DIR|FILE.json] [--verbose]

Without --corpus the articles of corpus/ are taken. right: the first 400 characters hold the record's own name or day;
wrong: they answer and do not; refused. --verbose lists what was answered otherwise.`;

const CHARS = 400;
const MOST_VISITS = 10_000;

interface Asked {
  readonly kind: string;
  readonly question: string;
  readonly key: string;
}

/** The questions that a record answers; none where a side, its head or the day is not told. */
function questionsOf({ host, guest, date }: Visit): Asked[] {
  const [to, from] = [host.province ?? host.country, guest.province ?? guest.country];
  if (host.head === null || guest.head === null || date.day === null) return [];
  if (to === null || from === null || to === from) return [];
  const day = `${date.day}/${date.month}`;
  const on = `ngày ${day}${date.year === null ? "" : `/${date.year}`}`;
  return [
    { kind: "who came", question: `Ai sang thăm ${to} ${on}?`, key: guest.head },
    { kind: "who received", question: `Ai tiếp đoàn ${from} ${on}?`, key: host.head },
    { kind: "who led", question: `Đoàn ${from} sang ${to} ${on} do ai dẫn đầu?`, key: guest.head },
    {
      kind: "who led the hosts",
      question: `Ai dẫn đầu đoàn ${to} hội đàm với ${from} ${on}?`,
      key: host.head,
    },
    { kind: "met whom", question: `${guest.head} gặp ai ở ${to} ${on}?`, key: host.head },
    { kind: "received whom", question: `${host.head} tiếp ai ${on}?`, key: guest.head },
    { kind: "when", question: `${guest.head} thăm ${to} khi nào?`, key: day },
  ];
}

const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: "corpus" },
    verbose: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});
if (values.help) console.log(HELP);
else {
  const { engine, close } = await openCorpus(values.corpus);
  const judged: (Asked & { readonly outcome: "right" | "wrong" | "refused" })[] = [];
  const { visits } = engine.register().find({ planned: false }, { offset: 0, limit: MOST_VISITS });
  for (const asked of visits.flatMap(questionsOf)) {
    const { answered, answer } = await engine.ask(asked.question);
    const isRight = fold(answer.slice(0, CHARS)).includes(fold(asked.key));
    const outcome = !answered ? "refused" : isRight ? "right" : "wrong";
    judged.push({ ...asked, outcome });
    if (values.verbose && outcome !== "right")
      console.log(`${outcome}: ${asked.question} [${asked.key}]\n    ${answer.slice(0, 160)}`);
  }
  const row = (kind: string) => {
    const own = judged.filter((one) => one.kind === kind);
    const part = (outcome: string) =>
      percent(own.filter((one) => one.outcome === outcome).length / own.length);
    return [kind, String(own.length), part("right"), part("wrong"), part("refused")];
  };
  const kinds = [...new Set(judged.map(({ kind }) => kind))];
  console.log(table([["", "n", "right", "wrong", "refused"], ...kinds.map(row)]));
  await close();
}
