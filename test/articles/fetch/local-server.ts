import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type FetchPolicy, PUBLIC_WEB } from "../../../src/articles/fetch/addresses.ts";

/** A web server on this machine that counts what it is asked. */
export interface LocalServer {
  readonly url: string;
  readonly port: number;
  readonly asked: IncomingMessage[];
  close(): Promise<void>;
}

export type Handler = (request: IncomingMessage, response: ServerResponse) => void;

export async function localServer(handler: Handler): Promise<LocalServer> {
  const asked: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    asked.push(request);
    response.on("error", () => {});
    handler(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** The public web and nothing of this machine but 127.0.0.1. */
export const WITH_THIS_MACHINE: FetchPolicy = {
  allowsAddress: (ip) => ip === "127.0.0.1" || PUBLIC_WEB.allowsAddress(ip),
  allowsPort: () => true,
  allowsPrivateNames: false,
};
