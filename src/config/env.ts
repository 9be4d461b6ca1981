import { config } from "dotenv";

/**
 * Adds the variables of a `.env` file to the environment; those already set win, a missing file is fine.
 *
 * @param path Path of the file; default `.env` in the working directory.
 */
export function loadEnv(path = ".env"): void {
  config({ path, quiet: true });
}
