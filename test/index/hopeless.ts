/**
 * Loaded into a child process before its own code: texts that hold a word of these stand for those that a reader of
 * ours never comes to an end with, or dies of.
 */
import { appendFileSync } from "node:fs";

/** `vô-tận:FILE`: says in FILE who reads it and what it knows of the environment, and never ends. */
const ENDLESS = /vô-tận:(\S+)/u;
/** `chết-ngay`: the process dies. */
const DEADLY = "chết-ngay";

const { normalize } = String.prototype;
String.prototype.normalize = function (form) {
  const text = normalize.call(this, form);
  if (text.includes(DEADLY)) process.kill(process.pid, "SIGKILL");
  const file = ENDLESS.exec(text)?.[1];
  if (file !== undefined) {
    const { pid, env } = process;
    appendFileSync(file, `${JSON.stringify({ pid, knows: Object.keys(env) })}\n`);
    // Two ways to read each sign: 2 to the power of 60.
    /^(?:a|a)*$/u.test(`${"a".repeat(60)}b`);
  }
  return text;
};
