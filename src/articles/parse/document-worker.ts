import { endWithParent } from "../../process/index.ts";
import { parseDocument } from "./parse-document.ts";
import type { DocumentInput } from "./read-document.ts";

endWithParent();

/** Entry of the process that reads one document: it may be killed at any time, and takes nothing with it. */
process.once("message", async (input: DocumentInput) => {
  const outcome = await parseDocument(input, (page, pages) => process.send?.({ page, pages }));
  process.send?.(outcome, () => process.exit(0));
});
process.send?.("ready");
