import type { LookupFunction } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type FetchCode, isPublicAddress } from "../../../src/articles/fetch/addresses.ts";
import { fetchSafely } from "../../../src/articles/fetch/fetch-safely.ts";
import { type LocalServer, localServer, WITH_THIS_MACHINE } from "./local-server.ts";

let server: LocalServer;
beforeAll(async () => {
  server = await localServer((_, response) => response.end("secret"));
});
afterAll(() => server.close());

/** Resolves every name to the given addresses. */
const resolvesTo =
  (...addresses: string[]): LookupFunction =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
    );

/** Fails the test that lets a name be resolved. */
const neverResolves: LookupFunction = (host) => {
  throw new Error(`${host} was resolved`);
};

describe("addresses that are refused before anything is sent", () => {
  const hostile: readonly (readonly [string, FetchCode])[] = [
    ["http://127.0.0.1/", "private-address"],
    ["http://127.1/", "private-address"],
    ["http://127.0.0.1./", "private-address"],
    ["http://2130706433/", "private-address"],
    ["http://0x7f000001/", "private-address"],
    ["http://0x7f.0.0.1/", "private-address"],
    ["http://0177.0.0.1/", "private-address"],
    ["http://017700000001/", "private-address"],
    ["http://%31%32%37.0.0.1/", "private-address"],
    ["http://①②⑦.⓪.⓪.①/", "private-address"],
    ["http://１２７.０.０.１/", "private-address"],
    ["http://127。0。0。1/", "private-address"],
    ["http://1\t27.0.0.\n1/", "private-address"],
    ["http:127.0.0.1/", "private-address"],
    ["http:\\\\127.0.0.1\\", "private-address"],
    ["http://0/", "private-address"],
    ["http://0.0.0.0/", "private-address"],
    ["http://10.0.0.1/", "private-address"],
    ["http://172.16.0.1/", "private-address"],
    ["http://172.31.255.255/", "private-address"],
    ["http://192.168.1.1/", "private-address"],
    ["http://169.254.169.254/latest/meta-data/", "private-address"],
    ["http://2852039166/latest/meta-data/", "private-address"],
    ["http://168.63.129.16/metadata", "private-address"],
    ["http://100.64.0.1/", "private-address"],
    ["http://100.100.100.200/latest/meta-data/", "private-address"],
    ["http://192.0.0.192/opc/v2/", "private-address"],
    ["http://198.18.0.1/", "private-address"],
    ["http://192.0.2.1/", "private-address"],
    ["http://224.0.0.1/", "private-address"],
    ["http://240.0.0.1/", "private-address"],
    ["http://255.255.255.255/", "private-address"],
    ["http://[::1]/", "private-address"],
    ["http://[0:0:0:0:0:0:0:1]/", "private-address"],
    ["http://[::]/", "private-address"],
    ["http://[::ffff:127.0.0.1]/", "private-address"],
    ["http://[::ffff:7f00:1]/", "private-address"],
    ["http://[::127.0.0.1]/", "private-address"],
    ["http://[64:ff9b::127.0.0.1]/", "private-address"],
    ["http://[64:ff9b:1::a00:1]/", "private-address"],
    ["http://[2002:7f00:1::]/", "private-address"],
    ["http://[2001:0:53aa:64c::]/", "private-address"],
    ["http://[fe80::1]/", "private-address"],
    ["http://[fc00::1]/", "private-address"],
    ["http://[fd00:ec2::254]/latest/meta-data/", "private-address"],
    ["http://[ff02::1]/", "private-address"],
    ["http://[2001:db8::1]/", "private-address"],
    ["http://localhost/", "private-address"],
    ["http://LOCALHOST./", "private-address"],
    ["http://ｌｏｃａｌｈｏｓｔ/", "private-address"],
    ["http://a.localhost/", "private-address"],
    ["http://localhost.localdomain/", "private-address"],
    ["http://metadata/", "private-address"],
    ["http://metadata.google.internal/computeMetadata/v1/", "private-address"],
    ["http://metadata.google。internal./", "private-address"],
    ["http://router.lan/", "private-address"],
    ["http://printer.local/", "private-address"],
    ["http://nas.home.arpa/", "private-address"],
    ["http://abcdefghij.onion/", "private-address"],
    ["https://user:password@baolangson.vn/", "credentials"],
    ["https://baolangson.vn@127.0.0.1/", "credentials"],
    ["http://baolangson.vn:22/", "bad-port"],
    ["http://baolangson.vn:6379/", "bad-port"],
    ["https://baolangson.vn:25/", "bad-port"],
    ["file:///etc/passwd", "bad-scheme"],
    ["ftp://baolangson.vn/", "bad-scheme"],
    ["gopher://127.0.0.1:6379/_FLUSHALL", "bad-scheme"],
    ["data:text/html,<script>alert(1)</script>", "bad-scheme"],
    ["javascript:alert(1)", "bad-scheme"],
    ["blob:http://127.0.0.1/1", "bad-scheme"],
    ["http://[fe80::1%25eth0]/", "bad-url"],
    ["http://1.1.1.1.1/", "bad-url"],
    ["http://", "bad-url"],
    ["baolangson.vn/tin", "bad-url"],
    ["", "bad-url"],
    [`http://baolangson.vn/${"a".repeat(3_000)}`, "bad-url"],
  ];

  test("are a long list", () => expect(hostile.length).toBeGreaterThanOrEqual(40));

  test.each(hostile)("%j is %s", async (url, code) => {
    const outcome = await fetchSafely(url, { lookup: neverResolves });
    expect(outcome).toMatchObject({ ok: false, code });
  });

  test("hide user, password and query in what is shown", async () => {
    const outcome = await fetchSafely("https://me:hush@127.0.0.1/a?token=hush#hush");
    expect(JSON.stringify(outcome)).not.toMatch(/hush|me:/);
  });
});

describe("names", () => {
  test.each([
    ["127.0.0.1"],
    ["10.1.2.3"],
    ["169.254.169.254"],
    ["::1"],
    ["::ffff:127.0.0.1"],
    ["fd00:ec2::254"],
    ["8.8.8.8", "127.0.0.1"],
    ["127.0.0.1", "8.8.8.8"],
  ])("that lead to %s are refused when the connection is made", async (...addresses) => {
    const url = `http://tin.example.com:${server.port}/`;
    const policy = { ...WITH_THIS_MACHINE, allowsAddress: isPublicAddress };
    const outcome = await fetchSafely(url, { lookup: resolvesTo(...addresses), policy });
    expect(outcome).toMatchObject({ ok: false, code: "private-address" });
    expect(server.asked).toHaveLength(0);
  });

  test("that lead elsewhere at every question are asked once for each connection", async () => {
    let questions = 0;
    const rebinding: LookupFunction = (host, options, callback) => {
      questions += 1;
      resolvesTo(questions === 1 ? "127.0.0.1" : "10.0.0.1")(host, options, callback);
    };
    const url = `http://tin.example.com:${server.port}/`;
    const outcome = await fetchSafely(url, { lookup: rebinding, policy: WITH_THIS_MACHINE });
    expect(outcome).toMatchObject({ ok: true });
    expect(questions).toBe(1);
    expect(server.asked.pop()?.headers.host).toBe(`tin.example.com:${server.port}`);
  });

  test("that nobody knows are unknown", async () => {
    const lookup: LookupFunction = (_host, _options, callback) =>
      callback(Object.assign(new Error("no"), { code: "ENOTFOUND" }), []);
    const outcome = await fetchSafely("http://khong-co.example.com/", { lookup });
    expect(outcome).toMatchObject({ ok: false, code: "unknown-host" });
  });
});

test("an address is looked at again once the connection stands", async () => {
  // As if the check before had been passed by a spelling that nobody thought of.
  let asked = 0;
  const policy = { ...WITH_THIS_MACHINE, allowsAddress: () => ++asked === 1 };
  const outcome = await fetchSafely(server.url, { policy });
  expect(outcome).toMatchObject({ ok: false, code: "private-address" });
  expect(server.asked).toHaveLength(0);
});

describe("redirects", () => {
  const to = (location: string, policy = WITH_THIS_MACHINE) =>
    localServer((request, response) => {
      if (request.url === "/") response.writeHead(302, { location }).end();
      else response.end("here");
    }).then(async (one) => {
      const outcome = await fetchSafely(one.url, { policy, lookup: resolvesTo("127.0.0.1") });
      await one.close();
      return outcome;
    });

  test("are followed within the public web", async () => {
    expect(await to("/there")).toMatchObject({ ok: true });
    expect(await to("//tin.example.com:1/", WITH_THIS_MACHINE)).toMatchObject({ ok: false });
  });

  test.each([
    "http://10.0.0.1/",
    "http://[::1]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://localhost/",
    "http://0x0a000001/",
    "//192.168.0.1/",
  ])("to %s are refused", async (location) => {
    expect(await to(location)).toMatchObject({ ok: false, code: "private-address" });
  });

  test.each([
    ["file:///etc/passwd", "bad-scheme"],
    ["http://a:b@tin.example.com/", "credentials"],
    ["http://[", "bad-response"],
    ["/", "too-many-redirects"],
  ])("to %s are refused", async (location, code) => {
    expect(await to(location)).toMatchObject({ ok: false, code });
  });

  test("end after five", async () => {
    let hops = 0;
    const endless = await localServer((_, response) => {
      hops += 1;
      response.writeHead(307, { location: `/${hops}` }).end();
    });
    const outcome = await fetchSafely(endless.url, { policy: WITH_THIS_MACHINE });
    await endless.close();
    expect(outcome).toMatchObject({ ok: false, code: "too-many-redirects" });
    expect(hops).toBe(6);
  });
});
