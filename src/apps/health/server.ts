import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { EngineStatus } from "../../model/index.ts";
import type { HealthReport } from "./health.ts";

/** How a question ended. */
type Outcome = "answered" | "refused" | "register";

/** What is asked for when the metrics are read. */
interface Gauges {
  readonly index: () => EngineStatus;
  /** Updates waiting and under way. */
  readonly queueLength: () => number;
  readonly healthy: () => boolean;
}

/** A model takes longer than an answer. */
const WRITER_SECONDS = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 40, 60];
const SECONDS = [0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Metrics under the prefix `visits_`, with those of the process. The library is loaded here, because it is off by default. */
export async function createMetrics({ index, queueLength, healthy }: Gauges) {
  const { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } = await import(
    "prom-client"
  );
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });

  const counter = (name: string, help: string, label: string) =>
    new Counter({ name: `visits_${name}`, help, labelNames: [label], registers });
  const histogram = (name: string, help: string, buckets = SECONDS) =>
    new Histogram({ name: `visits_${name}`, help, buckets, registers });
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `visits_${name}`,
      help,
      registers,
      collect() {
        this.set(value());
      },
    });

  const questions = counter("questions_total", "Questions by outcome", "outcome");
  const updates = counter("updates_total", "Updates from Telegram by kind", "kind");
  const errors = counter("errors_total", "Errors by kind", "kind");
  const limited = counter("limited_total", "Questions and updates turned away by limit", "limit");
  const questionSeconds = histogram("question_seconds", "Question to answer, without Telegram");
  const updateSeconds = histogram("update_seconds", "Update taken over to seen through");
  for (const outcome of ["answered", "refused", "register"]) questions.inc({ outcome }, 0);
  const writerOutcomes = counter("writer_total", "Written answers by outcome", "outcome");
  const writerSeconds = histogram(
    "writer_seconds",
    "Task to written answer, its wait included",
    WRITER_SECONDS,
  );
  gauge("queue_length", "Updates waiting and under way", queueLength);
  gauge("healthy", "1 while /health says so", () => (healthy() ? 1 : 0));
  gauge("index_articles", "Articles in the index", () => index().articles);
  gauge("index_briefs", "Briefs in the index", () => index().briefs);
  gauge("index_chunks", "Passages in the index", () => index().chunks);
  gauge("index_bytes", "Size of the index's files", () => index().bytes);
  const ageSeconds = () => (Date.now() - Date.parse(index().builtAt)) / 1000;
  gauge("index_age_seconds", "Time since the index was built", ageSeconds);

  return {
    /** An update came in; `kind` is its field's name, such as `message`. */
    update: (kind: string): void => updates.inc({ kind }),
    /** An update was seen through. */
    handled: (seconds: number): void => updateSeconds.observe(seconds),
    /** A question was answered; `seconds` without the way to Telegram. */
    question(outcome: Outcome, seconds: number): void {
      questions.inc({ outcome });
      questionSeconds.observe(seconds);
    },
    /** A question or update was turned away. */
    limited: (limit: "minute" | "day" | "queue" | "chat"): void => limited.inc({ limit }),
    /** The writer has ended; `seconds` null: the model was not asked. */
    written(outcome: string, seconds: number | null): void {
      writerOutcomes.inc({ outcome });
      if (seconds !== null) writerSeconds.observe(seconds);
    },
    error: (kind: string): void => errors.inc({ kind }),
    /** All of it in the text format of Prometheus, with its content type. */
    render: async (): Promise<{ readonly contentType: string; readonly text: string }> => ({
      contentType: register.contentType,
      text: await register.metrics(),
    }),
  };
}

/** What is counted; everything may be called at any time and never throws. */
export type Metrics = Awaited<ReturnType<typeof createMetrics>>;

/** A port for health or webhook cannot be had. */
class PortError extends Error {
  override readonly name = "PortError";
  constructor(setting: string, port: number, host: string, code: string) {
    super(
      `${setting}: port ${port} of ${host} cannot be used (${code}). Choose another one, or stop what uses it.`,
    );
  }
}

export interface HttpServer {
  readonly port: number;
  close(): Promise<void>;
}

/**
 * Listens over HTTP, with limits on slow and large requests.
 *
 * @param setting The variable to blame where the port cannot be had.
 * @throws {PortError}
 */
export async function listen(
  onRequest: RequestListener,
  at: { readonly host: string; readonly port: number; readonly setting: string },
): Promise<HttpServer> {
  // Half-open connections must not pile up: without the interval Node looks at them twice a minute.
  const limits = {
    headersTimeout: 5_000,
    requestTimeout: 8_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
  };
  const server: Server = createServer(limits, onRequest);
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new PortError(at.setting, at.port, at.host, error.code ?? error.message)),
    );
    server.listen(at.port, at.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      server.closeIdleConnections();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      const timer = setTimeout(() => server.closeAllConnections(), 2000);
      await closed;
      clearTimeout(timer);
    },
  };
}

interface HealthServerOptions {
  readonly host: string;
  readonly port: number;
  readonly report: () => HealthReport;
  readonly metrics: Metrics;
}

/** Serves `/health` (200 while healthy, else 503, with the report as JSON) and `/metrics`. */
export async function startHealthServer(options: HealthServerOptions): Promise<HttpServer> {
  const { host, port, report, metrics } = options;

  async function answer(path: string): Promise<[status: number, type: string, body: string]> {
    if (path === "/health") {
      const health = report();
      const status = health.status === "healthy" ? 200 : 503;
      return [status, "application/json", `${JSON.stringify(health)}\n`];
    }
    if (path !== "/metrics") return [404, "text/plain", "see /health and /metrics\n"];
    const { contentType, text } = await metrics.render();
    return [200, contentType, text];
  }

  const onRequest: RequestListener = (request, response) => {
    const path = (request.url ?? "").split("?", 1)[0]!;
    const isRead = request.method === "GET" || request.method === "HEAD";
    const answered = isRead
      ? answer(path)
      : Promise.resolve([405, "text/plain", "GET only\n"] as const);
    answered.then(
      ([status, type, body]) => response.writeHead(status, { "content-type": type }).end(body),
      () => response.writeHead(500).end(),
    );
  };
  return await listen(onRequest, { host, port, setting: "HEALTH_PORT" });
}
