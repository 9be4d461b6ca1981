import { runBatch } from "../batch.ts";
import { startEngine } from "../engine.ts";
import { printLine, printStyled, UsageError } from "../io.ts";
import { explainedJson } from "../json.ts";

export interface AskOptions {
  readonly json?: boolean;
  /** Also tell how the question was read and answered. */
  readonly explain?: boolean;
  /** Passages to weigh; undefined: the engine's own number. */
  readonly k?: number;
  readonly batch?: string;
}

/** `ask`: answers one question, or a batch. @returns The exit code. */
export async function ask(words: readonly string[], options: AskOptions): Promise<number> {
  const { json, explain, k, batch } = options;
  if (words.length === 0 && batch === undefined) throw new UsageError('give a question: ask "…"');
  if (words.length > 0 && batch !== undefined) {
    throw new UsageError("give a question or --batch, not both");
  }
  const engine = await startEngine();
  const limits = k === undefined ? {} : { k };
  const answerOf = async (question: string) =>
    explain
      ? engine.explain(question, limits)
      : { answer: await engine.ask(question, limits), explanation: undefined };
  try {
    if (batch !== undefined) {
      const well = await runBatch(batch, ["question", "query"], async (question, id) =>
        explainedJson(await answerOf(question), id),
      );
      return well ? 0 : 1;
    }
    const { answer, explanation } = await answerOf(words.join(" "));
    if (json) await printLine(JSON.stringify(explainedJson({ answer, explanation })));
    else {
      if (explanation) {
        const { renderExplanation } = await import("../render-explanation.ts");
        await printLine(`${renderExplanation(explanation)}\n`);
      }
      const { renderAnswer } = await import("../../terminal/render.ts");
      const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
      await printStyled(renderAnswer(answer, { color }));
    }
    return 0;
  } finally {
    await engine.close();
  }
}
