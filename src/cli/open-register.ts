import { isProblem } from "../index/manifest.ts";
import { openIndex } from "../index/open-index.ts";
import { REGISTER_READER_VERSION } from "../register/read/version.ts";
import type { Register } from "../register/register.ts";
import { settings } from "./settings.ts";

/** The register of the index in use. */
export interface OpenRegister {
  readonly register: Register;
  close(): Promise<void>;
}

/** Opens the register without the model; an index that is missing or of another reader is built first. */
export async function openRegister(): Promise<OpenRegister> {
  const { indexDir } = settings();
  const index = openIndex(indexDir, { registerReaderVersion: REGISTER_READER_VERSION });
  if (!isProblem(index)) return { register: index.register(), close: async () => index.close() };
  const { startEngine } = await import("./engine.ts");
  const engine = await startEngine();
  return { register: engine.register(), close: () => engine.close() };
}
