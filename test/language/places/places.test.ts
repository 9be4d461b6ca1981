import { describe, expect, it } from "vitest";
import { knownPlaceAt, placeReading } from "../../../src/language/names/gazetteer.ts";
import { namesOf, type PlaceRow, placeRows } from "../../../src/language/places/index.ts";
import { terms } from "../../../src/language/text/terms.ts";
import { placeNameIn } from "../../../src/language/translate/place-names.ts";

/** The word that a report puts before a place of a rank. */
const CUES: Readonly<Record<PlaceRow["rank"], string>> = {
  country: "nước",
  province: "tỉnh",
  municipality: "thành phố",
  prefecture: "châu",
  city: "thành phố",
  district: "huyện",
  gate: "cửa khẩu",
  seat: "thị xã",
  site: "tòa nhà",
  region: "vùng",
};

/** What is read of the known place behind "đoàn" in a phrase: name, province, country. */
function read(phrase: string): string {
  const words = terms(phrase).map(({ marked }) => marked);
  for (let at = 0; at < words.length; at++) {
    const length = knownPlaceAt(words, at);
    if (length === 0) continue;
    const place = placeReading(words, at, length)!;
    return [place.name, place.province, place.country].filter((part) => part !== null).join(", ");
  }
  return "none";
}

describe("the table of places", () => {
  it("has only whole rows", () => {
    const countries = new Set(placeRows().map(({ country }) => country));
    for (const row of placeRows()) {
      expect(Object.keys(CUES), row.name).toContain(row.rank);
      expect(row.country === null, row.name).toBe(row.rank === "region");
      if (row.country !== null) expect(countries).toContain(row.country);
      if (row.rank === "prefecture" || row.rank === "district" || row.rank === "gate")
        expect(row.province, row.name).not.toBeNull();
      if (row.province !== null)
        expect(
          placeRows().some(
            ({ name, rank, country }) =>
              name === row.province &&
              country === row.country &&
              (rank === "province" || rank === "municipality"),
          ),
          `${row.name} in ${row.province}`,
        ).toBe(true);
    }
  });

  it("reads each name, and each other spelling, behind its rank with what it lies in", () => {
    for (const row of placeRows()) {
      if (row.rank === "region") continue;
      const { name, rank, province, country } = row;
      const within = [province, rank === "country" ? null : country].filter((one) => one !== null);
      const own = rank === "country" ? null : (province ?? name);
      const expected = [name, own, country].filter((one) => one !== null).join(", ");
      for (const spelling of namesOf(row)) {
        const tail = within.length > 0 ? ` (${within.join(", ")})` : "";
        expect(read(`đoàn ${CUES[rank]} ${spelling}${tail}`), spelling).toBe(expected);
      }
    }
  });

  it("has an English and a Chinese form for each province, prefecture, city and district of China", () => {
    for (const { name, rank, country } of placeRows()) {
      if (country !== "Trung Quốc" || ["seat", "site", "country"].includes(rank)) continue;
      expect(placeNameIn(name, "en"), name).not.toBeNull();
      expect(placeNameIn(name, "zh"), name).not.toBeNull();
    }
  });
});

describe("a place is told by its rank and by what stands behind it", () => {
  it.each([
    ["huyện Trùng Khánh", "Trùng Khánh, Cao Bằng, Việt Nam"],
    ["Bí thư Huyện ủy Trùng Khánh", "Trùng Khánh, Cao Bằng, Việt Nam"],
    ["thành phố Trùng Khánh", "Trùng Khánh, Trùng Khánh, Trung Quốc"],
    ["đoàn Trùng Khánh", "Trùng Khánh, Trùng Khánh, Trung Quốc"],
    ["đoàn Trùng Khánh (Cao Bằng)", "Trùng Khánh, Cao Bằng, Việt Nam"],
    ["tỉnh Hà Nam", "Hà Nam, Hà Nam, Việt Nam"],
    ["tỉnh Hà Nam (Trung Quốc)", "Hà Nam, Hà Nam, Trung Quốc"],
    ["tỉnh Hà Nam, Trung Quốc", "Hà Nam, Hà Nam, Trung Quốc"],
    ["huyện Quảng Nam (Vân Nam)", "Quảng Nam, Vân Nam, Trung Quốc"],
    ["tỉnh Quảng Nam", "Quảng Nam, Quảng Nam, Việt Nam"],
    ["thị xã Sơn Tây", "Sơn Tây, Hà Nội, Việt Nam"],
    ["tỉnh Sơn Tây", "Sơn Tây, Sơn Tây, Trung Quốc"],
    ["thành phố Thái Nguyên, tỉnh Sơn Tây", "Thái Nguyên, Sơn Tây, Trung Quốc"],
    ["huyện Ma Ly Pho", "Ma Lật Pha, Vân Nam, Trung Quốc"],
    ["tỉnh Đắc Lắc", "Đắk Lắk, Đắk Lắk, Việt Nam"],
    ["ông Hòa An", "none"],
    ["huyện Hòa An", "Hòa An, Cao Bằng, Việt Nam"],
  ])("%s", (phrase, expected) => {
    expect(read(phrase)).toBe(expected);
  });
});
