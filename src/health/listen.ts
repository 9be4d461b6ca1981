import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** A port for health or webhook cannot be had. */
export class PortError extends Error {
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
