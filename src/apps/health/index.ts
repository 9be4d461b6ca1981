/**
 * `/health` and `/metrics` over HTTP. States and counters come in, a report goes out. New gauges belong here, their
 * meaning into the README.
 */

export { Health } from "./health.ts";
export {
  createMetrics,
  type HttpServer,
  listen,
  type Metrics,
  startHealthServer,
} from "./server.ts";
