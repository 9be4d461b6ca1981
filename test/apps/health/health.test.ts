import { createServer } from "node:http";
import pino from "pino";
import { afterEach, describe, expect, test } from "vitest";
import { Health } from "../../../src/apps/health/health.ts";
import {
  createMetrics,
  type HttpServer,
  startHealthServer,
} from "../../../src/apps/health/server.ts";
import { sampleEngine } from "../telegram/samples.ts";

const clock = { ms: 0 };
const lines: string[] = [];
const logger = pino({ level: "debug" }, { write: (line: string) => void lines.push(line) });
const servers: HttpServer[] = [];

function newHealth(): Health {
  clock.ms = 0;
  lines.length = 0;
  return new Health({ logger, now: () => clock.ms });
}

async function serve(health: Health): Promise<string> {
  const metrics = await createMetrics({
    index: () => sampleEngine().status(),
    queueLength: () => 3,
    healthy: () => health.report().status === "healthy",
  });
  metrics.question("refused", 0.02);
  metrics.update("message");
  metrics.error("internal");
  metrics.limited("minute");
  metrics.written("written", 1.5);
  metrics.written("busy", null);
  const report = () => health.report();
  const server = await startHealthServer({ host: "127.0.0.1", port: 0, report, metrics });
  servers.push(server);
  return `http://127.0.0.1:${server.port}`;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe("health", () => {
  test("is starting, healthy, and unhealthy within two minutes of silence", () => {
    const health = newHealth();
    expect(health.report()).toMatchObject({ status: "starting", secondsSinceTelegram: null });
    health.heard();
    clock.ms = 85_000;
    expect(health.report()).toMatchObject({ status: "healthy", reasons: [] });
    health.failed("Network request for 'getUpdates' failed!");
    clock.ms = 95_000;
    health.check();
    expect(health.report()).toEqual({
      status: "unhealthy",
      reasons: ["Telegram has not answered for 95 s (Network request for 'getUpdates' failed!)"],
      secondsSinceTelegram: 95,
      uptimeSeconds: 95,
    });
    health.check();
    health.heard();
    expect(health.report().status).toBe("healthy");
    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      "the bot is unhealthy: it does not reach its users",
      "the bot is healthy again",
    ]);
    health.close();
  });

  test("is unhealthy where Telegram was never reached", () => {
    const health = newHealth();
    clock.ms = 100_000;
    expect(health.report().status).toBe("unhealthy");
    health.close();
  });

  test("names another problem until it is over", () => {
    const health = newHealth();
    health.heard();
    health.problem("journal", "SQLITE_FULL");
    expect(health.report()).toMatchObject({
      status: "unhealthy",
      reasons: ["journal: SQLITE_FULL"],
    });
    health.problem("journal", null);
    expect(health.report().status).toBe("healthy");
    health.close();
  });
});

describe("over HTTP", () => {
  test("/health answers 200 or 503 with the reasons as JSON", async () => {
    const health = newHealth();
    const url = await serve(health);
    expect((await fetch(`${url}/health`)).status).toBe(503);
    health.heard();
    const good = await fetch(`${url}/health?x=1`);
    expect(good.status).toBe(200);
    expect(good.headers.get("content-type")).toBe("application/json");
    clock.ms = 200_000;
    const bad = await fetch(`${url}/health`);
    expect(bad.status).toBe(503);
    expect(((await bad.json()) as { reasons: string[] }).reasons).toHaveLength(1);
    health.close();
  });

  test("/metrics speaks Prometheus' format", async () => {
    const health = newHealth();
    const url = await serve(health);
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/u);
    const text = await response.text();
    for (const line of [
      'visits_questions_total{outcome="refused"} 1',
      'visits_questions_total{outcome="register"} 0',
      'visits_question_seconds_bucket{le="0.02"} 1',
      'visits_updates_total{kind="message"} 1',
      'visits_errors_total{kind="internal"} 1',
      'visits_limited_total{limit="minute"} 1',
      'visits_writer_total{outcome="written"} 1',
      'visits_writer_total{outcome="busy"} 1',
      "visits_writer_seconds_count 1",
      'visits_writer_seconds_bucket{le="2"} 1',
      "visits_queue_length 3",
      "visits_healthy 0",
      "visits_index_articles 20",
      "visits_index_chunks 120",
      "visits_index_bytes 1000000",
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(text).toMatch(/visits_index_age_seconds \d{6,}/u);
    expect(text).toMatch(/process_resident_memory_bytes \d+/u);
    health.close();
  });

  test("/health tells whether the writer is asked; one that is not makes nothing unhealthy", async () => {
    const health = newHealth();
    health.heard();
    health.watchWriter(() => "open");
    const url = await serve(health);
    const response = await fetch(`${url}/health`);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "healthy", writer: "open" });
    health.close();
  });

  test("knows nothing else", async () => {
    const health = newHealth();
    const url = await serve(health);
    expect((await fetch(url)).status).toBe(404);
    expect((await fetch(`${url}/health`, { method: "POST" })).status).toBe(405);
    health.close();
  });

  test("names the setting whose port is taken", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => other.once("listening", resolve));
    const { port } = other.address() as { port: number };
    const health = newHealth();
    const start = startHealthServer({
      host: "127.0.0.1",
      port,
      report: () => health.report(),
      metrics: null as never,
    });
    await expect(start).rejects.toThrow(/^HEALTH_PORT: port \d+ of 127.0.0.1 .*EADDRINUSE/u);
    other.close();
    health.close();
  });
});
