/**
 * The log, with secrets masked and update ids attached.
 */

export { createLogger, guardOutput, hideSecrets, maskSecrets, withUpdate } from "./logger.ts";
