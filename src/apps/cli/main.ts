import { guardOutput } from "../../log/index.ts";
import { endWithReader } from "./io.ts";
import { report, run } from "./program.ts";

guardOutput();
process.on("uncaughtException", (error) => process.exit(report(error)));
endWithReader();
run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
