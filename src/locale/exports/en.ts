import { numberFormat } from "../format.ts";
import type { ExportTexts } from "./texts.ts";

const number = numberFormat("en-GB");
const visits = (count: number) => `${number(count)} visit${count === 1 ? "" : "s"} and meetings`;

export const exports: ExportTexts = {
  formats: { csv: "CSV", xlsx: "Excel", ics: "Calendar", json: "JSON" },
  download: "⬇ Download",
  choose: (total, scope) =>
    `Download ${visits(total)}${scope === "" ? "" : ` (${scope})`}. Please choose a format:`,
  columns: {
    id: "ID",
    kind: "Kind",
    planned: "Planned",
    date: "Date",
    endDate: "End date",
    published: "Published",
    place: "Place",
    host: "Host",
    hostRegion: "Host's province, country",
    hostHead: "Chaired by",
    hostPeople: "Host's people",
    guest: "Guest",
    guestRegion: "Guest's province, country",
    guestHead: "Head of delegation",
    guestPeople: "Guest's people",
    topics: "Topics",
    agreements: "Agreements, results",
    numbers: "Figures",
    articles: "Articles",
    links: "Links",
  },
  yes: "yes",
  title: "Visits",
  picture: {
    title: "Timeline of visits",
    number,
    summary: (total, planned) =>
      `${visits(total)}${planned === 0 ? "" : ` (${number(planned)} planned)`}`,
    legend: "Partners",
    quarter: (quarter, year) => `Q${quarter}/${year}`,
    unknownLane: "Partner unknown",
    otherLanes: (count) => `${number(count)} other partner${count === 1 ? "" : "s"}`,
    vague: "* The articles tell no more of the date",
    undated: "Year unknown",
    sources: (articles) => `Source: ${number(articles)} article${articles === 1 ? "" : "s"}`,
    planned: "planned",
  },
};
