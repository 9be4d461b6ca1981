import { type AddressInfo, createServer, type Socket } from "node:net";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FetchOptions, fetchSafely } from "../../../src/articles/fetch/fetch-safely.ts";
import { type Handler, type LocalServer, localServer, WITH_THIS_MACHINE } from "./local-server.ts";

const MB = 1024 * 1024;
const LIMITS = { maxBytes: MB, totalMs: 800, idleMs: 500 };

let handler: Handler;
let server: LocalServer;
beforeAll(async () => {
  server = await localServer((request, response) => handler(request, response));
});
afterAll(() => server.close());

const ask = (options: FetchOptions = {}, url = server.url) =>
  fetchSafely(url, { policy: WITH_THIS_MACHINE, limits: LIMITS, ...options });

/** Answers with a body. */
const answer = (
  body: Buffer | string,
  headers: Record<string, string | number> = {},
  status = 200,
) => {
  handler = (_, response) => response.writeHead(status, headers).end(body);
};

describe("bodies", () => {
  const bomb = Buffer.alloc(64 * MB, 0x20);
  test.each([
    ["a gzip bomb", gzipSync(bomb), "gzip", "too-large"],
    ["a deflate bomb", deflateSync(bomb), "deflate", "too-large"],
    ["a brotli bomb", brotliCompressSync(bomb), "br", "too-large"],
    ["two layers of gzip", gzipSync(gzipSync("x")), "gzip, gzip", "bad-response"],
    ["an unknown packing", Buffer.from("x"), "zstd", "bad-response"],
    [
      "a gzip that is cut",
      gzipSync(Buffer.alloc(9_999, "a1b2")).subarray(0, 30),
      "gzip",
      "bad-response",
    ],
    ["a gzip that is none", Buffer.from("<html>no gzip</html>"), "gzip", "bad-response"],
    ["a brotli that is none", Buffer.from("<html>no brotli</html>"), "br", "bad-response"],
  ])("%s", async (_, body, encoding, code) => {
    answer(body, { "content-encoding": encoding });
    const before = process.memoryUsage.rss();
    expect(await ask()).toMatchObject({ ok: false, code });
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * MB);
  });

  test("sound packed ones are unpacked", async () => {
    for (const [encoding, body] of [
      ["gzip", gzipSync("xin chào")],
      ["br", brotliCompressSync("xin chào")],
    ] as const) {
      answer(body, { "content-encoding": encoding, "content-type": "Text/HTML; Charset=UTF-8" });
      const outcome = await ask();
      expect(outcome).toMatchObject({ ok: true, mediaType: "text/html", charset: "UTF-8" });
      expect(outcome.ok && Buffer.from(outcome.bytes).toString()).toBe("xin chào");
    }
  });

  test("one that declares too many bytes is not read", async () => {
    handler = (_, response) => response.writeHead(200, { "content-length": 5 * MB }).write("x");
    expect(await ask()).toMatchObject({ ok: false, code: "too-large" });
  });

  test("one that sends more than is allowed without declaring it", async () => {
    handler = (_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write(bomb.subarray(0, 65_536)));
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    };
    expect(await ask()).toMatchObject({ ok: false, code: "too-large" });
  });

  test("an endless one in small drops", async () => {
    handler = (_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write("."), 50);
      response.on("close", () => clearInterval(timer));
    };
    expect(await ask()).toMatchObject({ ok: false, code: "timeout" });
  });

  test("one that stops in the middle", async () => {
    handler = (_, response) => response.writeHead(200).write("<html>");
    expect(await ask()).toMatchObject({ ok: false, code: "timeout" });
  });

  test("one that is cut off", async () => {
    handler = (_, response) => {
      response.writeHead(200, { "content-length": 100 }).write("<html>", () => response.destroy());
    };
    expect(await ask()).toMatchObject({ ok: false, code: "unreachable" });
  });

  test("an empty one", async () => {
    answer("");
    expect(await ask()).toMatchObject({ ok: false, code: "empty" });
  });

  test.each(["image/jpeg", "video/mp4", "audio/mpeg", "font/woff2"])("of type %s", async (type) => {
    answer("<html>", { "content-type": type });
    expect(await ask()).toMatchObject({ ok: false, code: "wrong-type" });
  });
});

describe("headers and connections", () => {
  const raw = async (talk: (socket: Socket) => void, options: FetchOptions = {}) => {
    const sockets: Socket[] = [];
    const one = createServer((socket) => {
      sockets.push(socket);
      socket.on("error", () => {});
      talk(socket);
    });
    await new Promise<void>((resolve) => one.listen(0, "127.0.0.1", resolve));
    const { port } = one.address() as AddressInfo;
    const outcome = await ask(options, `http://127.0.0.1:${port}/`);
    for (const socket of sockets) socket.destroy();
    one.close();
    return outcome;
  };

  test("headers over the limit", async () => {
    const outcome = await raw((socket) =>
      socket.write(`HTTP/1.1 200 OK\r\nx: ${"a".repeat(60_000)}\r\n\r\n`),
    );
    expect(outcome).toMatchObject({ ok: false, code: "bad-response" });
  });

  test("headers without end", async () => {
    const outcome = await raw((socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      const timer = setInterval(() => socket.write("x: y\r\n"), 20);
      socket.on("close", () => clearInterval(timer));
    });
    expect(outcome).toMatchObject({
      ok: false,
      code: expect.stringMatching(/timeout|bad-response/),
    });
  });

  test("a server that says nothing", async () => {
    expect(await raw(() => {})).toMatchObject({ ok: false, code: "timeout" });
  });

  test("a server that does not speak HTTP", async () => {
    const outcome = await raw((socket) => socket.end("220 mail.example.com ESMTP\r\n"));
    expect(outcome).toMatchObject({ ok: false, code: "bad-response" });
  });

  test("a server that hangs up", async () => {
    expect(await raw((socket) => socket.destroy())).toMatchObject({
      ok: false,
      code: "unreachable",
    });
  });

  test("nobody at the port", async () => {
    expect(await ask({}, "http://127.0.0.1:1/")).toMatchObject({ ok: false, code: "unreachable" });
  });

  test("no TLS where https was asked for", async () => {
    const outcome = await ask({}, server.url.replace("http:", "https:"));
    expect(outcome).toMatchObject({ ok: false, code: "tls-error" });
  });

  test("two lengths of one body, as in request smuggling", async () => {
    const outcome = await raw((socket) =>
      socket.end("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 5\r\n\r\nabcde"),
    );
    expect(outcome).toMatchObject({
      ok: false,
      code: expect.stringMatching(/bad-response|unreachable/),
    });
  });
});

describe("answers", () => {
  test.each([
    [404, "not-found"],
    [410, "not-found"],
    [401, "forbidden"],
    [403, "forbidden"],
    [418, "http-error"],
    [500, "server-error"],
  ])("%i is %s", async (status, code) => {
    answer("x", {}, status);
    expect(await ask()).toMatchObject({ ok: false, code, status });
  });

  test("say how long to wait", async () => {
    answer("x", { "retry-after": "120" }, 429);
    expect(await ask()).toMatchObject({ code: "too-many-requests", retryAfterMs: 120_000 });
  });

  test("to a conditional request may be that nothing has changed", async () => {
    handler = (request, response) => {
      const known =
        request.headers["if-none-match"] === '"1"' &&
        request.headers["if-modified-since"] !== undefined;
      response.writeHead(known ? 304 : 200, {
        etag: '"1"',
        "last-modified": "Wed, 22 Jan 2025 03:00:00 GMT",
      });
      response.end(known ? undefined : "x");
    };
    const first = await ask();
    if (!first.ok) throw new Error(first.code);
    const { etag, lastModified } = first;
    expect(await ask({ etag, lastModified })).toMatchObject({ ok: false, code: "not-modified" });
  });

  test("are asked for by the bot's name", async () => {
    answer("x");
    await ask();
    expect(server.asked.at(-1)?.headers["user-agent"]).toContain("visits-bot");
  });

  test("can be given up", async () => {
    handler = () => {};
    const signal = AbortSignal.timeout(50);
    expect(await ask({ signal })).toMatchObject({ ok: false, code: "cancelled" });
    expect(await ask({ signal })).toMatchObject({ ok: false, code: "cancelled" });
  });
});
