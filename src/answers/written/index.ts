/**
 * What a language model wrote, held against the passages that it cites: sentence by sentence, by the product's own
 * readers and tables, without a model and without the network. The writer's text and what it was given come in, the
 * sentences with a verdict each go out. Nothing here asks a model; a sentence that cannot be shown to be true is dropped.
 */

export { checkWritten } from "./check-written.ts";
