import type { Log } from "../kernel/log.ts";
import { noTracing, type Tracing } from "../tracing/index.ts";
import type { Resolve } from "./checked-lookup.ts";
import { type Allowance, complaintOf } from "./destination.ts";
import { Exchange, type Limits } from "./exchange.ts";
import type { Outbound } from "./outbound.ts";
import { sendRequest } from "./send-request.ts";
import { streamedFetch } from "./streamed-fetch.ts";
import { askNameServer, type ResolveTxt, txtRecords } from "./txt-records.ts";
import { openWire } from "./wire.ts";

export interface OutboundOptions extends Allowance {
  readonly log: Log;
  readonly tracing?: Tracing;
  /** The defaults, also for every `fetch`: 60 s and 10 MiB. */
  readonly defaults?: Partial<Limits>;
  /** How names are resolved; by default, by the system. The results are checked in any case. */
  readonly lookup?: Resolve;
  /** How TXT records are looked up; by default with the system's name server. */
  readonly resolveTxt?: ResolveTxt;
}

const DEFAULTS: Limits = { timeoutMs: 60_000, maxResponseBytes: 10 * 1024 * 1024 };

export function openOutbound({
  log,
  tracing = noTracing,
  defaults,
  lookup,
  allowLoopback,
  allowedNetworks = [],
  resolveTxt = askNameServer,
}: OutboundOptions): Outbound {
  const allowance = { allowLoopback, allowedNetworks };
  const wire = openWire(allowance, lookup);
  const listeners = { log, tracing };
  const usual = { ...DEFAULTS, ...defaults };
  return {
    request(url, request) {
      const { purpose, method = "GET", timeoutMs, maxResponseBytes } = request;
      const limits = {
        timeoutMs: timeoutMs ?? usual.timeoutMs,
        maxResponseBytes: maxResponseBytes ?? usual.maxResponseBytes,
      };
      return sendRequest(wire, url, request, new Exchange({ purpose, method, url }, limits, listeners));
    },
    fetch: streamedFetch(wire, usual, listeners),
    complaint(text) {
      const url = URL.parse(text);
      return url ? complaintOf(url, allowance)?.message : "not a URL";
    },
    txtRecords: (name) => txtRecords(name, resolveTxt),
    close: () => wire.close(),
  };
}
