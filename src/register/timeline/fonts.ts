import { createRequire } from "node:module";

export const FONT_FAMILY = "Be Vietnam Pro";

const require = createRequire(import.meta.url);

/** Files of the package's font in the weights that pictures use; the machine's own fonts are never read. */
export function fontFiles(): string[] {
  return ["400Regular", "700Bold"].map((weight) =>
    require.resolve(`@expo-google-fonts/be-vietnam-pro/${weight}/BeVietnamPro_${weight}.ttf`),
  );
}
