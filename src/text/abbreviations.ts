/**
 * Abbreviations that a full stop follows without ending the sentence, lower case, without that stop.
 * Those before a name (`TP. Lạng Sơn`, `TS. Trần Văn A`) never end one.
 */
export const BEFORE_A_NAME: ReadonlySet<string> = new Set(
  (
    "tp tx tt ts tskh ths th.s pgs gs gs.ts pgs.ts nsnd nsưt ngnd ngưt bs bscki bsckii ds ks kts cn ls lm " +
    "ck đ/c đc đh cđ thpt thcs q p h x tr đt nxb bv kcn qđ nđ cp tt.huế tw mr mrs ms dr st jr sr prof hon " +
    "gen gov sen rep col lt capt maj sgt no nr vol vs fig inc ltd co corp jan feb mar apr jun jul aug sep " +
    "sept oct nov dec"
  ).split(" "),
);

/** Abbreviated offices: they may end a sentence, unless a name, another abbreviation or a number follows. */
export const OF_AN_OFFICE: ReadonlySet<string> = new Set(
  "ubnd hđnd mttq ubmttq bch btv ubkt hđqt clb bđbp lđlđ qh cp".split(" "),
);

/** Ends of addresses: `baolangson.Vn` is no sentence end with a missing space. */
export const ADDRESS_ENDS: ReadonlySet<string> = new Set(
  "com vn net org gov edu info html htm php asp aspx jpg png pdf".split(" "),
);
