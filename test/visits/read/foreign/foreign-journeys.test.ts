import { describe, expect, it } from "vitest";
import { readVisits } from "../../../../src/visits/read/read-visits.ts";
import { articleOf } from "./foreign-articles.ts";

const told = (title: string, published: string, text: string) =>
  readVisits(articleOf({ title, published, text })).map(({ date, host, guest }) => ({
    day: `${date.day}/${date.month}/${date.year}`,
    host: host.head,
    guest: guest.head,
  }));

describe("a journey in an English report", () => {
  const text = [
    "A delegation from Lang Son province led by Vice Chairman of the provincial People's Committee Chu The Long visited Guangxi, China, from May 5 to 7.",
    "On May 5, Long held talks with Mayor of Chongzuo Pan Weiming in Chongzuo. Pan asked the guests to open the gate at six.",
    "The following day, Long held talks with Vice Mayor of Nanning Wei Guolan in Nanning.",
  ].join("\n\n");

  it("has whom it calls by one word, and the day after the one told before", () => {
    const visits = told("Lang Son delegation in Guangxi", "2025-05-09", text);
    expect(visits).toContainEqual({ day: "5/5/2025", host: "Pan Weiming", guest: "Chu The Long" });
    expect(visits).toContainEqual({ day: "6/5/2025", host: "Wei Guolan", guest: "Chu The Long" });
  });

  it("calls nobody by a word that two people share", () => {
    const visits = told(
      "Lang Son delegation in Guangxi",
      "2025-05-09",
      `${text} Among the guests was Director of the Department of Foreign Affairs Tran Duc Long.`,
    );
    for (const { guest } of visits) expect(guest).not.toBe("Tran Duc Long");
  });
});

describe("a journey of one delegation", () => {
  const visits = told(
    "Oudomxay delegation in Dien Bien",
    "2025-05-09",
    [
      "A delegation of the Lao province of Oudomxay led by Vice Governor Bounmy Phommachan visited Dien Bien from May 5 to 7.",
      "On May 5, Vice Chairman of the Dien Bien provincial People's Committee Do The Hai received the delegation in Dien Bien Phu.",
      "On May 7 the delegation visited a tea factory in Tuan Giao.",
    ].join("\n\n"),
  );

  it("has its leader at each meeting", () => {
    expect(visits).toContainEqual({
      day: "5/5/2025",
      host: "Do The Hai",
      guest: "Bounmy Phommachan",
    });
    for (const { guest } of visits) expect(guest).toBe("Bounmy Phommachan");
  });

  it("was received by nobody who received on another day", () => {
    expect(visits.filter(({ host }) => host === "Do The Hai").map(({ day }) => day)).toEqual([
      "5/5/2025",
    ]);
  });
});

describe("a journey in a Chinese report", () => {
  const text = [
    "5月5日至7日，普洱市副市长岩光明率普洱市代表团赴越南奠边省访问。",
    "5日下午，岩光明与奠边省人民委员会副主席光文海（Quàng Văn Hải）举行会谈。",
    "次日上午，奠边省委书记梁世龙会见了岩光明一行。",
  ].join("\n\n");

  it("has the days that it writes without their month, and names that no table knows", () => {
    const visits = told("岩光明率普洱市代表团访问越南奠边省", "2025-05-09", text);
    expect(visits).toContainEqual({ day: "5/5/2025", host: "光文海", guest: "岩光明" });
    expect(visits).toContainEqual({ day: "6/5/2025", host: "梁世龙", guest: "岩光明" });
  });
});

describe("the minutes of an English report", () => {
  const [visit] = readVisits(
    articleOf({
      title: "Lang Son delegation in Nanning",
      published: "2025-05-09",
      text: [
        "A delegation from Lang Son province led by Vice Chairman of the provincial People's Committee Chu The Long worked with the Guangxi Department of Commerce in Nanning, China, on May 5.",
        "Deputy Director Wei Guolan briefed the guests on the fair and offered ten free booths. Long recalled the talks of spring and asked the department to open a course. The deputy director blamed floods in April for the delay and pledged that the hall would open in June.",
        "A plan on fairs was signed by the two departments. In the evening Long called on Consul General Pham Duy Lan.",
      ].join("\n\n"),
    }),
  );
  const points = visit!.points
    .map(({ act, speaker, text }) => `${act} ${speaker}: ${text}`)
    .join("\n");

  it("have whoever opens a sentence as its speaker, offices and short names too", () => {
    expect(points).toContain("proposed Wei Guolan: offered ten free booths");
    expect(points).toContain("asked Chu The Long: asked the department");
    expect(points).toMatch(/Wei Guolan: pledged that the hall/u);
  });

  it("have what was signed, and no visit as a wish", () => {
    expect(points).toContain("signed null: A plan on fairs was signed");
    expect(points).not.toContain("called on Consul");
  });

  it("tell who received where the report names nobody else of that country", () => {
    expect(visit!.host.head).toBe("Wei Guolan");
  });
});

it.each([
  ["Vice Mayor of Chongzuo Wei Guolan", "Sùng Tả"],
  ["Chongzuo Vice Mayor Wei Guolan", "Sùng Tả"],
  ["Wei Guolan, Party secretary of Pingxiang", "Bằng Tường"],
])("a head of whom only the province is known is of the town of the office: %s", (guest, town) => {
  const [visit] = readVisits(
    articleOf({
      title: "Lang Son receives guests",
      published: "2025-05-09",
      text: `On May 5, Chairman of the Lang Son provincial People's Committee Chu The Long received a delegation of Guangxi, China, led by ${guest}.`,
    }),
  );
  expect(visit!.guest.organisation).toContain(town);
});

it("those whom a Chinese sentence of a meeting names with an office of their country are there", () => {
  const [visit] = readVisits(
    articleOf({
      title: "崇左市代表团访问越南谅山省",
      published: "2025-05-09",
      text: "5月5日，崇左市市长韦冬阳率代表团访问越南谅山省，凭祥海关关长陆志明与谅山省人民委员会主席阮文柏参加会谈。",
    }),
  );
  expect(visit!.guest.people.map(({ name }) => name)).toContain("陆志明");
});
