import type { RequestListener } from "node:http";
import type { HealthReport } from "./health.ts";
import { type HttpServer, listen } from "./listen.ts";
import type { Metrics } from "./metrics.ts";

export interface HealthServerOptions {
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
