// Cuts src/language/data/han.ttf out of Noto Sans SC: the Chinese letters of our words and tables. Run it after new ones:
//
//   npm install --no-save subset-font @expo-google-fonts/noto-sans-sc && node scripts/training/han-font.mjs
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import subset from "subset-font";

const FONT = "node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";
const words = readdirSync("src/locale", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => readFileSync(`src/locale/${file}`, "utf8"));
const places = readFileSync("src/language/data/places.tsv", "utf8");
const regions = readFileSync("src/language/data/vocabulary.tsv", "utf8")
  .split("\n")
  .filter((line) => line.split("\t")[1] === "g");
const text = [...words, places, ...regions].join("");
const letters = new Set(text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu));
const font = await subset(readFileSync(FONT), [...letters].sort().join(""), {
  targetFormat: "truetype",
});
writeFileSync("src/language/data/han.ttf", font);
