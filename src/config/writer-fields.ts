import { address, text, wholeNumber } from "./settings.ts";

/** The optional language model; all of it rests where `WRITER_URL` is not set. */
export const WRITER_FIELDS = {
  writerUrl: {
    name: "WRITER_URL",
    default: null,
    meaning:
      "Base address of an OpenAI-compatible API with a language model, such as `http://localhost:11434/v1` (Ollama). Its sentences replace an answer only where the check finds each of them in the passages that it cites. Unset: no model is asked.",
    expected:
      "an http or https address without user, password, ? and #, such as http://localhost:11434/v1",
    secret: true,
    parse: () =>
      address().refine((value) => {
        const { username, password } = new URL(value);
        return username === "" && password === "" && !/[?#]/u.test(value);
      }),
  },
  writerModel: {
    name: "WRITER_MODEL",
    default: null,
    meaning: "Required with `WRITER_URL`: name of the model there, such as `qwen2.5:7b`.",
    expected: "the name of a model, such as qwen2.5:7b",
    secret: false,
    parse: () => text,
  },
  writerApiKey: {
    name: "WRITER_API_KEY",
    default: null,
    meaning: "Key of that API, where it wants one.",
    expected: "a key",
    secret: true,
    parse: () => text.regex(/^[\x21-\x7e]+$/u),
  },
  writerTimeoutMs: {
    name: "WRITER_TIMEOUT_MS",
    default: "20000",
    meaning: "Milliseconds that an answer of the model may take, waiting for its turn included.",
    expected: "a whole number from 100 to 600000",
    secret: false,
    parse: () => wholeNumber(100, 600_000),
  },
  writerMaxTokens: {
    name: "WRITER_MAX_TOKENS",
    default: "800",
    meaning: "Most tokens of an answer of the model; one that thinks aloud needs more.",
    expected: "a whole number from 50 to 32000",
    secret: false,
    parse: () => wholeNumber(50, 32_000),
  },
  writerConcurrency: {
    name: "WRITER_CONCURRENCY",
    default: "2",
    meaning:
      "Answers that the model is asked for at once; four times as many wait, further questions keep their quoted answer.",
    expected: "a whole number from 1 to 64",
    secret: false,
    parse: () => wholeNumber(1, 64),
  },
} as const;
