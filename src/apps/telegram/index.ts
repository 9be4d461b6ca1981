/**
 * The Telegram bot. Updates come in by polling or webhook (`delivery/`), pass the limits (`middlewares/`), are
 * handled by one file a command (`features/`) and leave as rendered messages (`messages/`). Add a command as a file
 * of `features/` and a row in `features.ts`; words belong into `src/locale`.
 */

export { run } from "./run.ts";
