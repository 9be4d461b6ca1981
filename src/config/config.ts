import { config } from "dotenv";
import { CONFIG_FIELDS, type Config } from "./fields.ts";
import type { Field } from "./kinds.ts";

/** A setting has a value that it cannot have. The message names the variable and what is expected. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** Where a value was expected and what was found; secret values are told by their length only. */
function problem(field: Field, value: string): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  const found = field.secret ? `a value of ${value.length} characters (not shown)` : `"${shown}"`;
  return `${field.name} must be ${field.expected}; found ${found}`;
}

/**
 * Reads the settings from environment variables. Pure: reads nothing but its arguments.
 *
 * @param env Variables; an empty or blank value counts as unset.
 * @param cwd Absolute folder that relative paths start from.
 * @throws {ConfigError} naming every variable that has a wrong value.
 *
 * @example readConfig(process.env, process.cwd()).corpusDir
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, cwd: string): Config {
  const problems: string[] = [];
  const read = (field: Field): unknown => {
    const given = env[field.name]?.trim();
    const value = given === undefined || given === "" ? field.default : given;
    if (value === undefined) return null;
    const parsed = field.parse(cwd).safeParse(value);
    if (!parsed.success) problems.push(problem(field, value));
    return parsed.data;
  };
  const fields = Object.entries<Field>(CONFIG_FIELDS);
  const config: Record<string, unknown> = Object.fromEntries(
    fields.map(([key, field]) => [key, read(field)]),
  );
  if (config.webhookUrl !== null && config.webhookSecret === null)
    problems.push(`WEBHOOK_SECRET must be set where WEBHOOK_URL is`);
  if (config.writerUrl !== null && config.writerModel === null)
    problems.push(`WRITER_MODEL must be set where WRITER_URL is`);
  if (problems.length > 0)
    throw new ConfigError(
      `${problems.join(".\n")}.\nSet it in the environment or in .env; README.md lists every variable.`,
    );
  // Each field's schema gives its key's type; a list that is not set is empty.
  const { adminIds, allowedChats } = config;
  const lists = { adminIds: adminIds ?? [], allowedChats: allowedChats ?? [] };
  return { ...config, ...lists } as unknown as Config;
}

/** Values of the settings that nobody may read in a log, as they were given. */
export function secretSettings(env: Readonly<Record<string, string | undefined>>): string[] {
  const secret = Object.values<Field>(CONFIG_FIELDS).filter((field) => field.secret);
  return secret.flatMap(({ name }) => env[name] ?? []);
}

/**
 * Adds the variables of `.env` in the working directory to the environment; those already set win, a missing file is
 * fine.
 */
export function loadEnv(): void {
  config({ path: ".env", quiet: true });
}
