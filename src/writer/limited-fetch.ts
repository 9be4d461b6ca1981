import { ModelError } from "./outcome.ts";

/** More than five sentences with their numbers take in any encoding of them, streamed token by token. */
const MAX_BYTES = 1_000_000;

/**
 * `fetch` for the model's API: redirects are not followed, because the key goes to the address that the operator
 * names and to no other, and a reply ends where it is longer than any answer.
 */
export const limitedFetch: typeof fetch = async (input, init) => {
  const response = await fetch(input, { ...init, redirect: "manual" });
  if (response.body === null) return response;
  let bytes = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      bytes += piece.byteLength;
      if (bytes > MAX_BYTES)
        controller.error(new ModelError("too-long", `the reply is longer than ${MAX_BYTES} bytes`));
      else controller.enqueue(piece);
    },
  });
  const { status, statusText, headers } = response;
  return new Response(response.body.pipeThrough(limit), { status, statusText, headers });
};
