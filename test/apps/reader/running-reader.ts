import { afterAll, beforeAll } from "vitest";
import type { HttpServer } from "../../../src/apps/health/server.ts";
import { startReader } from "../../../src/apps/reader/start.ts";
import { readConfig } from "../../../src/config/config.ts";
import type { VisitsEngine } from "../../../src/engine.ts";
import { createLogger } from "../../../src/log/index.ts";
import { markdown, report, type Workspace, workspace } from "../../index/fixture.ts";
import { runningEngine } from "../../running-engine.ts";

export const PASSAGE = "Trưởng đoàn là ông Lý Văn Bình, Phó Thị trưởng Bằng Tường.";

/** An article without an address, in a folder whose name needs escaping. */
const WITHOUT_ADDRESS = `---
title: "Lạng Sơn tiếp đoàn Bằng Tường"
source: Báo Thử nghiệm
published: 2024-03-12
---

Ngày 12/3/2024, tại Lạng Sơn, ông Nguyễn Văn Hòa, Phó Chủ tịch UBND tỉnh Lạng Sơn tiếp đoàn đại biểu thị Bằng Tường (Quảng Tây, Trung Quốc).

${"Hai bên trao đổi về cửa khẩu thông minh và du lịch biên giới. ".repeat(60).trim()}

${PASSAGE}

Hai bên thống nhất tổ chức hội đàm lần sau tại Bằng Tường.
`;

/** Told in other words than its source's. */
const SUMMARY = `---
title: Bản tóm lược
source: Báo Thử nghiệm
url: https://example.com/goc
published: 2020-02-02
kind: summary
---

Đoàn đến thăm và làm việc.
`;

export const EVIL = [
  '<script>document.title="hacked"</script>',
  '<img src="http://127.0.0.1:9/x" onerror="document.title=1">',
  '"><svg onload=document.title=2>',
  "</p></mark></article><style>body{display:none}</style>",
  '<a href="javascript:document.title=3">bấm</a>',
  "&lt;b&gt; {{7*7}} &#60;i&#62;",
];

/** An article of which each line tries something. */
const HOSTILE = `Đoàn Sùng Tả thăm Lạng Sơn
12/04/2024 - 08:30

Ngày 11/4/2024, ông Trần Văn Nam tiếp đoàn đại biểu thành phố Sùng Tả (Quảng Tây, Trung Quốc) tại Lạng Sơn.

${EVIL.map((line, i) => `Câu thứ ${i + 1} của bài viết này nêu rằng ${line} là lời của đoàn.`).join("\n\n")}
`;

export const FOLDER_ID = "tỉnh 1/bài 100% #mới?/tiếp đoàn";
export const HOSTILE_ID = "la/hostile";
export const HOSTILE_TITLE = "</title><script>alert(1)</script> & 'Lạng Sơn'";

export interface RunningReader {
  readonly space: Workspace;
  engine: VisitsEngine;
  /** What was logged, as JSON lines. */
  readonly log: string[];
  /** Opens another reader over the same engine. @returns Its address. */
  open(env?: Readonly<Record<string, string>>): Promise<string>;
}

/** The real engine over made-up articles, and readers over it. */
export function runningReader(): RunningReader {
  const space = workspace();
  const servers: HttpServer[] = [];
  const engine = runningEngine(space, () => {
    for (let n = 1; n <= 25; n++)
      space.write(`bai-${n}.md`, report(n).replace("2024-05-06", "2024-03-30"));
    space.write(`${FOLDER_ID}.md`, WITHOUT_ADDRESS);
    space.write(`${HOSTILE_ID}.txt`, HOSTILE);
    space.write("tom-luoc.md", SUMMARY);
    space.write("la/tit.md", markdown(HOSTILE_TITLE, "Bài này có tên lạ.", "2021-05-05"));
    space.write(
      "khac.md",
      markdown("Hội chợ thương mại", "Hội chợ mở cửa đón khách.", "2022-01-05"),
    );
  });
  const reader: RunningReader = {
    space,
    engine: null as never,
    log: [],
    async open(env = {}) {
      const config = readConfig({ READER_PORT: "1", ...env }, process.cwd());
      const logger = createLogger("info", { write: (line) => void reader.log.push(line) });
      const free = { ...config, readerPort: 0 };
      const server = await startReader({ engine: reader.engine, config: free, logger });
      servers.push(server!);
      return `http://127.0.0.1:${server!.port}`;
    },
  };
  beforeAll(() => {
    reader.engine = engine();
  });
  afterAll(() => Promise.all(servers.map((server) => server.close())));
  return reader;
}
