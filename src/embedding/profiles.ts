/** How a model wants its input and how its token vectors become one. */
export interface ModelProfile {
  readonly queryPrefix: string;
  readonly passagePrefix: string;
  /** `mean` of all tokens, or the first token (`cls`). */
  readonly pooling: "mean" | "cls";
}

const PLAIN: ModelProfile = { queryPrefix: "", passagePrefix: "", pooling: "mean" };

// From the model cards of the families; a name is matched without its owner, so that copies count too.
const PROFILES: readonly (readonly [RegExp, ModelProfile])[] = [
  [
    /^(multilingual-)?e5-/iu,
    { queryPrefix: "query: ", passagePrefix: "passage: ", pooling: "mean" },
  ],
  [
    /^bge-(small|base|large)-en/iu,
    {
      queryPrefix: "Represent this sentence for searching relevant passages: ",
      passagePrefix: "",
      pooling: "cls",
    },
  ],
  [/^bge-/iu, { queryPrefix: "", passagePrefix: "", pooling: "cls" }],
];

/** Profile of a model by its name (`owner/name`, bare name or folder path); unknown ones are plain means. */
export function profileOf(model: string): ModelProfile {
  const name = model.split(/[\\/]/u).findLast((part) => part !== "") ?? model;
  return PROFILES.find(([pattern]) => pattern.test(name))?.[1] ?? PLAIN;
}
