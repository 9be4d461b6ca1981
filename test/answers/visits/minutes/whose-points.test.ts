import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { Answerer } from "../../../../src/answers/answerer.ts";
import { readQuestion } from "../../../../src/answers/question/read.ts";
import { CALIBRATION_FILE, readCalibration } from "../../../../src/answers/search/calibration.ts";
import { readDemands } from "../../../../src/answers/visits/asked/demands.ts";
import { askedSpeaker } from "../../../../src/answers/visits/minutes/choose-points.ts";
import { markdown, SHIPPED, shippedEmbedder, workspace } from "../../../index/fixture.ts";

const TALKS = `Ngày 4/5/2024, tại thị trấn Yên Minh, ông Lò Văn Chính, Chủ tịch UBND huyện Yên Minh, hội đàm với đoàn huyện Kim Bình do bà Vương Tú Anh, Huyện trưởng, dẫn đầu.

Ông Lò Văn Chính nêu với bạn ba việc. Một, mở lại chợ phiên Nậm Ngặt vào thứ bảy. Hai, nâng cấp đường vào lối mở Cốc Pàng. Ba, cử người dạy tiếng Trung cho 20 cán bộ xã.

Bà Vương Tú Anh đề nghị huyện bạn cho thuê kho chứa sắn. Bà cũng mong có thêm chuyến xe khách.

Dịp này, ông Lò Văn Chính tặng đoàn bức tranh thêu; bà Vương Tú Anh tặng lại bộ ấm chén.`;

const space = workspace();
let answerer: Answerer;

beforeAll(async () => {
  space.write("hoi-dam.md", markdown("Yên Minh hội đàm với huyện Kim Bình", TALKS));
  await space.build();
  const calibration = readCalibration(join(SHIPPED.modelsDir, SHIPPED.model, CALIBRATION_FILE));
  answerer = new Answerer(space.open(), await shippedEmbedder(), calibration);
});

it("all matters of an enumeration are told, the last one too", async () => {
  const { answer } = await answerer.ask("Ông Lò Văn Chính nêu những việc gì với Kim Bình?");
  for (const matter of ["chợ phiên", "Cốc Pàng", "tiếng Trung"]) expect(answer).toContain(matter);
});

it("an office that is asked is whoever holds it", async () => {
  const { answer } = await answerer.ask("Huyện trưởng Kim Bình đề nghị gì?");
  for (const matter of ["kho chứa sắn", "xe khách"]) expect(answer).toContain(matter);
  expect(answer).not.toContain("chợ phiên");
});

it("what somebody wants is told whole where the question says nothing about what", async () => {
  const { answer } = await answerer.ask("Kim Bình muốn gì ở Yên Minh?");
  for (const matter of ["kho chứa sắn", "xe khách"]) expect(answer).toContain(matter);
});

it("gifts that were exchanged are told in both directions", async () => {
  const { answer } = await answerer.ask("Yên Minh và Kim Bình tặng nhau những gì?");
  for (const gift of ["tranh thêu", "ấm chén"]) expect(answer).toContain(gift);
});

it.each([
  ["Đoàn Lào Cai sang Hồng Hà đề nghị gì?", "lao cai"],
  ["Kim Bình cho tỉnh Hà Giang nêu đề nghị gì?", "kim binh"],
  ["Lúc gặp Kim Bình, Yên Minh xin gì?", "yen minh"],
])("%s: whom somebody met or visited does not speak", (text, words) => {
  const demands = readDemands(readQuestion(text));
  expect(askedSpeaker({ ...demands, points: demands.points! }).words.join(" ")).toBe(words);
});

it.each(["Đoàn bà Vương Tú Anh tặng gì?", "Đoàn do bà Vương Tú Anh dẫn đầu nêu đề nghị gì?"])(
  "%s: a delegation is no person, its side speaks",
  (text) => {
    const demands = readDemands(readQuestion(text));
    const { person, name } = askedSpeaker({ ...demands, points: demands.points! });
    expect({ person, name: name?.name }).toEqual({ person: false, name: "Vương Tú Anh" });
  },
);

it("of two who are asked for different deeds neither is the speaker of both", () => {
  const demands = readDemands(readQuestion("Yên Minh đề xuất gì còn ông Lò Văn Chính xin gì?"));
  expect(askedSpeaker({ ...demands, points: demands.points! }).words).toEqual([]);
});
