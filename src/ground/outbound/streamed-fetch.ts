import { urlOf } from "./destination.ts";
import { Exchange, type Limits, type Listeners } from "./exchange.ts";
import { isRedirect } from "./follow-redirects.ts";
import { metered } from "./metered.ts";
import { type Outbound, OutboundError } from "./outbound.ts";
import type { Answer, Hop, Wire } from "./wire.ts";

/** A `fetch` whose deadline and byte limit apply until the last byte of the body is read. */
export function streamedFetch(wire: Wire, limits: Limits, listeners: Listeners): Outbound["fetch"] {
  return async (target, init) => {
    const asked = target instanceof Request ? target : undefined;
    const url = textOf(target);
    const call = { purpose: "fetch", method: init?.method ?? asked?.method ?? "GET", url };
    const exchange = new Exchange(call, limits, listeners, init?.signal ?? asked?.signal);
    try {
      wire.check(urlOf(url));
      const answer = await wire.send(await hopOf(new Request(target, init)), exchange.signal);
      if (isRedirect(answer.status))
        throw new OutboundError("too_many_redirects", "it redirects, and redirects are not followed here");
      return responseOf(answer, url, exchange);
    } catch (error) {
      throw exchange.fail(error);
    }
  };
}

function textOf(target: string | URL | Request): string {
  return target instanceof Request ? target.url : String(target);
}

async function hopOf({ url, method, headers, body }: Request): Promise<Hop> {
  const bytes = body ? new Uint8Array(await new Response(body).arrayBuffer()) : undefined;
  return { url: urlOf(url), method, headers: Object.fromEntries(headers), body: bytes };
}

/** Libraries check `instanceof Response` and read its `url`, so the answer becomes the platform's own type. */
function responseOf(answer: Answer, url: string, exchange: Exchange): Response {
  const { status, statusText } = answer;
  const response = new Response(metered(answer, exchange), { status, statusText, headers: [...answer.headers] });
  return Object.defineProperty(response, "url", { value: url });
}
