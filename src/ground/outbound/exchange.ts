import type { Log } from "../kernel/log.ts";
import type { Attributes, OpenSpan, Tracing } from "../tracing/index.ts";
import { failureOf } from "./failure.ts";
import { OutboundError } from "./outbound.ts";

export interface Limits {
  readonly timeoutMs: number;
  readonly maxResponseBytes: number;
}

/** Observers that are notified of the exchange. */
export interface Listeners {
  readonly log: Log;
  readonly tracing: Tracing;
}

interface Call {
  readonly purpose: string;
  readonly method: string;
  readonly url: string;
}

/**
 * One call, from its first hop to the last byte of its answer: enforces its deadline, counts its bytes, and writes one log line when it
 * ends, however it ends. The line has no header, body or query string; the span has no path either, because the paths of webhooks contain
 * secrets.
 */
export class Exchange {
  readonly #stop = new AbortController();
  readonly #startedAt = performance.now();
  readonly #call: Call;
  readonly #limits: Limits;
  readonly #log: Log;
  readonly #span: OpenSpan;
  readonly #caller: AbortSignal | undefined;
  readonly #deadline: NodeJS.Timeout;
  readonly signal: AbortSignal;
  #bytes = 0;
  #ended = false;

  constructor(call: Call, limits: Limits, { log, tracing }: Listeners, caller?: AbortSignal) {
    this.#call = call;
    this.#limits = limits;
    this.#log = log;
    this.#span = tracing.begin({
      name: call.purpose,
      kind: "client",
      attributes: tracing.isOn ? attributesOf(call) : {},
    });
    this.#caller = caller;
    this.signal = caller ? AbortSignal.any([this.#stop.signal, caller]) : this.#stop.signal;
    this.#deadline = setTimeout(() => this.#expire(), limits.timeoutMs).unref();
  }

  /** Counts a part of the answer, after decompression; throws if the limit is exceeded. */
  take(bytes: number): void {
    this.#bytes += bytes;
    if (this.#bytes <= this.#limits.maxResponseBytes) return;
    throw new OutboundError("too_large", `the answer is larger than ${this.#limits.maxResponseBytes} bytes`);
  }

  succeed(status: number): void {
    if (!this.#end()) return;
    this.#log.info({ ...this.#line(), status }, "outbound");
    this.#span.end({ "http.response.status_code": status });
  }

  /** Ends the exchange and its socket; returns what to throw: the caller's own reason if the caller gave up. */
  fail(error: unknown): unknown {
    const gaveUp = this.#caller?.aborted === true && !this.#stop.signal.aborted;
    const failure = failureOf(this.#stop.signal.reason ?? error);
    this.#stop.abort(failure);
    if (this.#end()) {
      const type = gaveUp ? "aborted" : failure.failure;
      this.#log.warn({ ...this.#line(), failure: type }, "outbound");
      this.#span.end({}, { type, isOurs: !gaveUp });
    }
    return gaveUp ? this.#caller?.reason : failure;
  }

  #expire(): void {
    this.fail(new OutboundError("timeout", `no complete answer within ${this.#limits.timeoutMs} ms`));
  }

  /** Returns false if the exchange had already ended. */
  #end(): boolean {
    clearTimeout(this.#deadline);
    const first = !this.#ended;
    this.#ended = true;
    return first;
  }

  #line(): Record<string, unknown> {
    const { purpose, method, url } = this.#call;
    const durationMs = Math.round(performance.now() - this.#startedAt);
    return { purpose, method, url: withoutQuery(url), durationMs, bytes: this.#bytes };
  }
}

function attributesOf({ method, url }: Call): Attributes {
  const { hostname, port } = URL.parse(url) ?? {};
  return {
    "http.request.method": method,
    ...(hostname && { "server.address": hostname }),
    ...(port && { "server.port": Number(port) }),
  };
}

/** A text that is not a URL is not logged, because it may contain anything. */
function withoutQuery(text: string): string {
  const url = URL.parse(text);
  return url ? `${url.protocol}//${url.host}${url.pathname}` : "not a URL";
}
