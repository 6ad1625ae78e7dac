import { urlOf } from "./destination.ts";
import type { Exchange } from "./exchange.ts";
import { followRedirects } from "./follow-redirects.ts";
import { joinParts } from "./join-parts.ts";
import { metered } from "./metered.ts";
import type { OutboundRequest, OutboundResponse } from "./outbound.ts";
import type { Answer, Wire } from "./wire.ts";

/** Sends a request and reads its answer to the end. */
export async function sendRequest(
  wire: Wire,
  text: string,
  { method = "GET", headers = {}, body, maxRedirects = 0 }: OutboundRequest,
  exchange: Exchange,
): Promise<OutboundResponse> {
  try {
    const first = { url: urlOf(text), method, headers, body };
    const { answer, url } = await followRedirects(first, maxRedirects, (hop) => wire.send(hop, exchange.signal));
    return responseOf(answer, url, await bytesOf(answer, exchange));
  } catch (error) {
    throw exchange.fail(error);
  }
}

async function bytesOf(answer: Answer, exchange: Exchange): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of metered(answer, exchange) ?? []) parts.push(part);
  return joinParts(parts);
}

function responseOf({ status, headers }: Answer, url: string, bytes: Uint8Array): OutboundResponse {
  return {
    status,
    url,
    headers: Object.fromEntries(headers),
    bytes: () => bytes,
    text: () => new TextDecoder().decode(bytes),
  };
}
