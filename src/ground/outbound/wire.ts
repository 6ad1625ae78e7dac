import { lookup as systemLookup } from "node:dns/promises";
import type { ReadableStream } from "node:stream/web";
import type { Agent, fetch } from "undici";
import { checkedLookup, type Resolve } from "./checked-lookup.ts";
import { type Allowance, complaintOf } from "./destination.ts";

/** One request on the wire; a redirect turns it into the next one. */
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
  /** Throws `OutboundError` if a URL must not be called. */
  check(url: URL): void;
  /** Sends one hop, if it passes the check; a redirect is returned as an answer. */
  send(hop: Hop, signal: AbortSignal): Promise<Answer>;
  /** Aborts whatever is still running. */
  close(): Promise<void>;
}

export function openWire(allowance: Allowance, resolve: Resolve = allAddresses): Wire {
  let opened: Promise<Sender> | undefined;
  const check = (url: URL) => {
    const complaint = complaintOf(url, allowance);
    if (complaint) throw complaint;
  };
  return {
    check,
    async send({ url, method, headers, body = null }, signal) {
      // Sockets use the lookup only for names, so literal addresses have to be checked here.
      check(url);
      opened ??= openSender(allowance, resolve);
      const { send, agent } = await opened;
      return send(url, { method, headers, body, signal, redirect: "manual", dispatcher: agent });
    },
    close: async () => (await opened)?.agent.destroy(),
  };
}

interface Sender {
  readonly send: typeof fetch;
  readonly agent: Agent;
}

/** Loaded on the first external call, because it consists of a hundred modules. */
async function openSender(allowance: Allowance, resolve: Resolve): Promise<Sender> {
  const undici = await import("undici");
  // HTTP/1.1 only, because ending an exchange then closes its own socket and affects no other exchange.
  const agent = new undici.Agent({ allowH2: false, connect: { lookup: checkedLookup(resolve, allowance) } });
  return { send: undici.fetch, agent };
}

function allAddresses(name: string): ReturnType<Resolve> {
  return systemLookup(name, { all: true });
}
