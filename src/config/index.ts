/**
 * Settings: the environment comes in, a checked object goes out; each setting is a row of `fields.ts` and of the
 * README's table.
 */

export { ConfigError, loadEnv, readConfig, secretSettings } from "./config.ts";
export { type Config, SHIPPED_MODEL } from "./fields.ts";
export { isQuiet, type LogLevel, type QuietHours, z } from "./kinds.ts";
