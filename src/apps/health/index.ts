/**
 * `/health` and `/metrics` over HTTP. States and counters come in, a report goes out. New gauges belong here, their
 * meaning into the README.
 */

export { Health } from "./health.ts";
export { createMetrics, type Metrics } from "./metrics.ts";
export { type HttpServer, listen, startHealthServer } from "./server.ts";
