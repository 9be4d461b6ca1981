/** Articles and questions are other people's text: control characters in it must not steer the terminal. */
export function printable(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, " ");
}
