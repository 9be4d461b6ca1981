import { afterAll, beforeAll, expect, test } from "vitest";
import { fetchPage } from "../../../src/articles/fetch/fetch-safely.ts";
import { LANGUAGES, localeFor } from "../../../src/locale/index.ts";
import { makeDocx } from "../parse/make-docx.ts";
import { type LocalServer, localServer, WITH_THIS_MACHINE } from "./local-server.ts";

const TITLE = "Lãnh đạo tỉnh Lạng Sơn tiếp đoàn công tác thành phố Sùng Tả";
const REPORT =
  "Sáng 12/3/2024, tại thành phố Lạng Sơn, đồng chí Lê Thị Mai tiếp đoàn công tác thành phố Sùng Tả.";

let server: LocalServer;
beforeAll(async () => {
  server = await localServer((request, response) => {
    if (request.url === "/old") response.writeHead(301, { location: "/tin.docx" }).end();
    else if (request.url === "/tin.docx") response.end(makeDocx([TITLE, REPORT]));
    else if (request.url === "/scripts")
      response.end("<html><script>document.write('x')</script></html>");
    else response.writeHead(404).end();
  });
});
afterAll(() => server.close());

const fetched = (path: string) => fetchPage(server.url + path, { policy: WITH_THIS_MACHINE });

test("gives the article behind a redirect, with the original and where it lies", async () => {
  const outcome = await fetched("/old");
  if (!outcome.ok) throw new Error(outcome.failure.code);
  expect(outcome.original).toMatchObject({ url: `${server.url}/tin.docx`, mediaType: null });
  expect(outcome.document).toMatchObject({
    kind: "docx",
    articles: [{ title: TITLE, text: REPORT, url: `${server.url}/tin.docx` }],
  });
});

test("says at which step it failed, in words of every language", async () => {
  const missing = await fetched("/nothing");
  const empty = await fetched("/scripts");
  expect(missing).toMatchObject({ ok: false, step: "fetch", failure: { code: "not-found" } });
  expect(empty).toMatchObject({ ok: false, step: "read", failure: { code: "no-text" } });
  for (const language of LANGUAGES) {
    const { sources } = localeFor(language);
    if (missing.ok || missing.step !== "fetch") throw new Error("fetched");
    expect(sources.fetchFailed(missing.failure)).toMatch(/[.。]$/u);
    expect(sources.documentFailed("no-text")).toMatch(/[.。]$/u);
    expect(sources.fetchFailed({ ok: false, code: "http-error", url: "", status: 418 })).toContain(
      "418",
    );
  }
});
