import { fileURLToPath } from "node:url";

/**
 * A font with the Chinese letters of our own words and of the place names of our tables, and no others (Noto Sans SC,
 * cut by `scripts/training/han-font.mjs`): the font of the pictures has none.
 */
export const HAN_FONT = {
  family: "Noto Sans SC",
  file: () => fileURLToPath(new URL("../data/han.ttf", import.meta.url)),
} as const;
