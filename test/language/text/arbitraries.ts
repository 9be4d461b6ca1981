import fc from "fast-check";

const PIECES = [
  ..."aăâbcdđeêgiouưyĐƠ ",
  ..." .,;:!?…-–/()\"“”'\n",
  ..."0123456789",
  ...["TP. ", "PGS.TS. ", "UBND ", "ngày ", "tháng ", "năm ", "21/1", "28/2/2023", "“", "”", "./."],
  ...[
    "hoà",
    "thuỷ",
    "Quý",
    "e\u0301",
    "\u0301",
    "Ð",
    "谅山",
    "。",
    "\u00A0",
    "\u200B",
    "\uFEFF",
    "\r\n",
  ],
  ...["Lạng Sơn", "J. D. ", "v.v. ", "x.jpg", "https://vov.vn/a ", "<b>", "**", "# "],
];

/** Text made of what Vietnamese pages hold, odd characters included. */
export const vietnameseText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom(...PIECES) },
      fc.string({ unit: "binary", maxLength: 3 }),
    ),
    {
      maxLength: 80,
    },
  )
  .map((pieces) => pieces.join(""));
