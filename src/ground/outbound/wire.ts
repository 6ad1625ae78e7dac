import { lookup as systemLookup } from "node:dns/promises";
import type { ReadableStream } from "node:stream/web";
import { Agent, fetch } from "undici";
import { checkedLookup, type Resolve } from "./checked-lookup.ts";
import { type Allowance, complaintOf } from "./destination.ts";

/** One request on the wire; a redirect makes the next one from it. */
export interface Hop {
  readonly url: URL;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
}

export interface Answer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: Iterable<[string, string]> & { get(name: string): string | null };
  /** Decompressed as it is read. */
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>> | null;
}

export interface Wire {
  /** Throws `OutboundError` where a URL must not be called. */
  check(url: URL): void;
  /** Sends one hop, if it passes the check; a redirect is returned as an answer. */
  send(hop: Hop, signal: AbortSignal): Promise<Answer>;
  /** Breaks off whatever still runs. */
  close(): Promise<void>;
}

export function openWire(allowance: Allowance, resolve: Resolve = allAddresses): Wire {
  // HTTP/1.1 only: ending an exchange closes its own socket, and affects no other exchange.
  const agent = new Agent({ allowH2: false, connect: { lookup: checkedLookup(resolve, allowance) } });
  const check = (url: URL) => {
    const complaint = complaintOf(url, allowance);
    if (complaint) throw complaint;
  };
  return {
    check,
    async send({ url, method, headers, body = null }, signal) {
      // Sockets only use the lookup for names: literal addresses have to be checked here.
      check(url);
      return fetch(url, { method, headers, body, signal, redirect: "manual", dispatcher: agent });
    },
    close: () => agent.destroy(),
  };
}

function allAddresses(name: string): ReturnType<Resolve> {
  return systemLookup(name, { all: true });
}
