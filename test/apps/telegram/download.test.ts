import { Api } from "grammy";
import { HttpsProxyAgent } from "https-proxy-agent";
import { afterAll, beforeAll, expect, test } from "vitest";
import { downloadFile } from "../../../src/apps/telegram/adding/read.ts";
import { type LocalServer, localServer } from "../../articles/fetch/local-server.ts";

const TOKEN = "4242:secret";
let server: LocalServer;
beforeAll(async () => {
  server = await localServer((request, response) => {
    const url = request.url ?? "";
    if (url.endsWith("/getFile")) {
      let body = "";
      request.on("data", (piece) => {
        body += piece;
      });
      request.on("end", () => {
        const file_path = `documents/${JSON.parse(body).file_id}`;
        const file = { file_id: "f", file_unique_id: "f", file_path };
        response.setHeader("content-type", "application/json");
        response.end(JSON.stringify({ ok: true, result: file }));
      });
    } else if (url.endsWith("/endless")) {
      const pour = () => {
        while (response.write(Buffer.alloc(64 * 1024)));
        response.once("drain", pour);
      };
      pour();
    } else if (url.endsWith("/silent")) response.writeHead(200).flushHeaders();
    else if (url.endsWith("/moved")) response.writeHead(302, { location: "/elsewhere" }).end();
    else if (url === `/file/bot${TOKEN}/documents/b%C3%A1o%20c%C3%A1o%3F.txt`) response.end("có");
    else response.writeHead(500).end();
  });
});
afterAll(() => server.close());

const api = () => new Api(TOKEN, { apiRoot: server.url });

test("gives the bytes, whatever is in the file's name", async () => {
  const file = await downloadFile(api(), "báo cáo?.txt");
  expect(file.ok && Buffer.from(file.bytes).toString()).toBe("có");
});

test("ends an endless file at the limit, and a silent one in time", async () => {
  const large = await downloadFile(api(), "endless", { maxBytes: 500_000 });
  expect(large).toEqual({ ok: false, problem: "too-large" });
  const silent = await downloadFile(api(), "silent", { timeoutMs: 100 });
  expect(silent).toEqual({ ok: false, problem: "lost", reason: "timeout" });
});

test("follows no redirect; no reason holds the token", async () => {
  expect(await downloadFile(api(), "moved")).toMatchObject({ problem: "lost", reason: "HTTP 302" });
  expect(await downloadFile(api(), "broken")).toMatchObject({
    problem: "lost",
    reason: "HTTP 500",
  });
  expect(server.asked.map(({ url }) => url)).not.toContain("/elsewhere");
});

test("goes through the proxy that the calls go through", async () => {
  const connects: string[] = [];
  const { createServer } = await import("node:http");
  const { connect } = await import("node:net");
  const proxy = createServer().on("connect", (request, socket) => {
    connects.push(request.url ?? "");
    const through = connect(server.port, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      through.pipe(socket).pipe(through);
    });
    socket.on("error", () => through.destroy());
    through.on("error", () => socket.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  const { port } = proxy.address() as { port: number };
  const agent = new HttpsProxyAgent(`http://127.0.0.1:${port}`);
  const behind = new Api(TOKEN, { apiRoot: server.url, baseFetchConfig: { agent } });
  expect(await downloadFile(behind, "báo cáo?.txt")).toMatchObject({ ok: true });
  expect(connects).toHaveLength(2);
  agent.destroy();
  proxy.closeAllConnections();
  await new Promise((resolve) => proxy.close(resolve));
});
