import { RefusedAddressError } from "./agent.ts";
import type { FetchCode } from "./outcome.ts";
import { EncodingError, TooLargeError } from "./read-body.ts";

const CODES: Readonly<Record<string, FetchCode>> = {
  ENOTFOUND: "unknown-host",
  EAI_AGAIN: "unknown-host",
  EAI_FAIL: "unknown-host",
  ENODATA: "unknown-host",
  UND_ERR_CONNECT_TIMEOUT: "timeout",
  UND_ERR_HEADERS_TIMEOUT: "timeout",
  UND_ERR_BODY_TIMEOUT: "timeout",
  ETIMEDOUT: "timeout",
  UND_ERR_HEADERS_OVERFLOW: "bad-response",
  UND_ERR_RES_EXCEEDED_MAX_SIZE: "too-large",
};

/** Names what went wrong in a request by the error that undici, the network, TLS or zlib threw. */
export function codeOfError(error: unknown): FetchCode {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = causeOf(at), depth += 1) {
    if (at instanceof RefusedAddressError) return "private-address";
    if (at instanceof TooLargeError) return "too-large";
    if (at instanceof EncodingError || at.name === "HTTPParserError") return "bad-response";
    if (at.name === "TimeoutError") return "timeout";
    if (at.name === "AbortError" && depth === 0) return "cancelled";
    const code = "code" in at ? String(at.code) : "";
    const known = CODES[code];
    if (known !== undefined) return known;
    if (/^(?:Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING|HPE_)/u.test(code)) return "bad-response";
    if (/^(?:CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_|SELF_SIGNED|UNABLE_TO|HOSTNAME_)/u.test(code)) {
      return "tls-error";
    }
  }
  return "unreachable";
}

/** A connection to several addresses fails with all their errors; the first stands for them. */
function causeOf(error: Error): unknown {
  return error instanceof AggregateError ? error.errors[0] : error.cause;
}
