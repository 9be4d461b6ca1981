import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { HealthReport } from "./health.ts";
import type { Metrics } from "./metrics.ts";

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
