// Control characters but for tab and line break; marks that turn the direction of what follows (UAX #9).
const STEERING = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

/** Articles, questions and file names are other people's text: no character in it may steer the terminal. */
export function printable(text: string): string {
  return text.replace(STEERING, " ");
}

/** The name of a file or folder on one line: it may hold anything but a zero byte. */
export function printableName(name: string): string {
  return printable(name.replace(/[\t\n\u2028\u2029]/gu, " "));
}
