import { open } from "node:fs/promises";
import { createInterface } from "node:readline";
import { z } from "../../../config/index.ts";
import { maskSecrets } from "../../../log/index.ts";
import { printLine, printStyled, UsageError } from "../io.ts";
import { explainedJson, type LineId } from "../json.ts";
import { startEngine, startWriter } from "../settings.ts";

const idSchema = z.union([z.string(), z.number()]);

/** What a line asks; or, where it can't be read, why, with its id if that much can be read. */
type BatchLine =
  | { readonly ok: true; readonly id: LineId | undefined; readonly text: string }
  | { readonly ok: false; readonly id: LineId | undefined; readonly error: string };

/** Reads a line `{"id", "question"}` or `{"id", "query"}`; the first of `keys` that is there counts. */
export function readLine(line: string, keys: readonly string[]): BatchLine {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return { ok: false, id: undefined, error: "the line is not JSON" };
  }
  const fields = z.record(z.string(), z.unknown()).safeParse(json).data;
  if (!fields) return { ok: false, id: undefined, error: "the line is not a JSON object" };
  const id = idSchema.safeParse(fields.id).data;
  const text = keys.map((key) => fields[key]).find((value) => value !== undefined);
  if (typeof text === "string") return { ok: true, id, text };
  return { ok: false, id, error: `"${keys[0]}" is missing or not a text` };
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const handle = file === "-" ? null : await open(file);
  try {
    const input = handle?.createReadStream() ?? process.stdin;
    yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  } finally {
    await handle?.close();
  }
}

/**
 * Answers a file of JSON Lines (`-` is stdin) with one JSON object a line, in the same order, each as
 * soon as it is there. A line that fails gives `{id?, error}` and the rest goes on.
 *
 * @param keys Names of the field that holds the text, the documented one first.
 * @returns Whether every line went well.
 */
export async function runBatch(
  file: string,
  keys: readonly string[],
  answer: (text: string, id: LineId | undefined) => Promise<object>,
): Promise<boolean> {
  let allWell = true;
  const fail = (id: LineId | undefined, error: string) => {
    allWell = false;
    return { ...(id === undefined ? {} : { id }), error };
  };
  for await (const raw of linesOf(file)) {
    const line = raw.replace(/^\uFEFF/u, "").trim();
    if (line === "") continue;
    const read = readLine(line, keys);
    let result: object;
    if (!read.ok) result = fail(read.id, read.error);
    else {
      try {
        result = await answer(read.text, read.id);
      } catch (error) {
        result = fail(read.id, maskSecrets((error as Error).message));
      }
    }
    await printLine(JSON.stringify(result));
  }
  return allWell;
}

interface AskOptions {
  readonly json?: boolean;
  /** Also tell how the question was read and answered. */
  readonly explain?: boolean;
  /** Passages to weigh; undefined: the engine's own number. */
  readonly k?: number;
  readonly batch?: string;
  /** False: answers are quoted, whatever the settings say. */
  readonly writer?: boolean;
}

/** `ask`: answers one question, or a batch. @returns The exit code. */
export async function ask(words: readonly string[], options: AskOptions): Promise<number> {
  const { json, explain, k, batch } = options;
  if (words.length === 0 && batch === undefined) throw new UsageError('give a question: ask "…"');
  if (words.length > 0 && batch !== undefined)
    throw new UsageError("give a question or --batch, not both");
  const writer = await startWriter(options.writer ?? true);
  const engine = await startEngine();
  const limits = { ...(k !== undefined && { k }), ...(writer !== null && { writes: true }) };
  const answerOf = async (question: string) => {
    const { answer, explanation } = explain
      ? await engine.explain(question, limits)
      : { answer: await engine.ask(question, limits), explanation: undefined };
    if (writer === null) return { answer, explanation, written: null };
    const { taskFor, writeNow } = await import("../../shared/index.ts");
    const written = await writeNow(writer, taskFor(answer, question, null), engine);
    return { answer: written.answer ?? answer, explanation, written };
  };
  try {
    if (batch !== undefined) {
      const well = await runBatch(batch, ["question", "query"], async (question, id) =>
        explainedJson(await answerOf(question), id),
      );
      return well ? 0 : 1;
    }
    const told = await answerOf(words.join(" "));
    const { answer, explanation, written } = told;
    if (json) await printLine(JSON.stringify(explainedJson(told)));
    else {
      if (explanation) {
        const { renderExplanation, renderWritten } = await import("../render-explanation.ts");
        await printLine(`${renderExplanation(explanation)}\n`);
        if (written !== null) await printLine(`${renderWritten(written)}\n`);
      }
      const { renderAnswer } = await import("../chat/render.ts");
      const color = process.stdout.isTTY === true && !process.env.NO_COLOR;
      await printStyled(renderAnswer(answer, { color }));
    }
    return 0;
  } finally {
    await engine.close();
  }
}
