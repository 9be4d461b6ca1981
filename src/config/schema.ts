/**
 * The one door to zod. Its v3 entry does all that is needed here; the main one loads forty languages of
 * error messages, which nobody sees, and costs 60 ms more at every start.
 */
export { z } from "zod/v3";
