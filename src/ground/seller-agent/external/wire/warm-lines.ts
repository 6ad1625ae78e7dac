import type { Outbound } from "../../../outbound/outbound.ts";
import { openA2a } from "./a2a.ts";
import type { Connection } from "./connection.ts";
import { type Credential, fingerprintOf, headersOf } from "./credential.ts";
import { type Failure, failureOf } from "./failure.ts";
import { openMcp } from "./mcp.ts";
import { sellersFetch } from "./sellers-fetch.ts";

export interface Destination {
  readonly endpointUrl: string;
  readonly protocol: "MCP" | "A2A";
  readonly credential: Credential;
}

export interface WarmLinesOptions {
  readonly outbound: Outbound;
  /** How many connections are kept open, at least one; the least recently used is closed first. */
  readonly atMost: number;
  /** How long an unused connection stays open. */
  readonly idleMs: number;
  /** How long opening a connection may take, whoever is waiting for it. */
  readonly openingMs: number;
}

/** A connection to one seller with one credential. A retired connection closes when its last user has finished. */
interface Line {
  readonly opening: Promise<Connection>;
  /** Aborts an attempt to connect that nobody should wait for any longer. */
  readonly giveUp: AbortController;
  readonly idle: NodeJS.Timeout;
  users: number;
  retired: boolean;
  closing: Promise<void> | undefined;
}

/** Keeps connections open between calls. Callers that arrive while one is being opened share the attempt. */
export class WarmLines {
  readonly #options: WarmLinesOptions;
  readonly #lines = new Map<string, Line>();

  constructor(options: WarmLinesOptions) {
    this.#options = options;
  }

  /**
   * Does the work over a connection. If an existing connection turns out to be broken, which says nothing about the seller, the work is
   * repeated once over a new one, provided that `again` allows it.
   */
  async use<T>(
    to: Destination,
    work: (connection: Connection) => Promise<T>,
    again: (failure: Failure) => boolean,
  ): Promise<T> {
    const key = keyOf(to);
    const open = this.#lines.get(key);
    const line = open ?? this.#open(key, to);
    try {
      return await this.#over(key, line, work);
    } catch (error) {
      const failure = failureOf(error);
      if (!breaksLine(failure)) throw error;
      this.#retire(key, line);
      if (!open || !again(failure)) throw error;
    }
    return this.#over(key, this.#lines.get(key) ?? this.#open(key, to), work);
  }

  async close(): Promise<void> {
    const lines = [...this.#lines];
    for (const [key, line] of lines) {
      line.giveUp.abort();
      this.#retire(key, line);
    }
    await Promise.all(lines.map(([, line]) => hangUp(line)));
  }

  async #over<T>(key: string, line: Line, work: (connection: Connection) => Promise<T>): Promise<T> {
    line.users++;
    line.idle.refresh();
    this.#lines.delete(key);
    this.#lines.set(key, line);
    try {
      return await work(await line.opening);
    } finally {
      line.users--;
      hangUpIfDone(line);
    }
  }

  #open(key: string, { endpointUrl, protocol, credential }: Destination): Line {
    const { outbound, openingMs, idleMs, atMost } = this.#options;
    const send = sellersFetch(outbound, endpointUrl, headersOf(credential));
    const open = protocol === "MCP" ? openMcp : openA2a;
    const giveUp = new AbortController();
    const opening = open(endpointUrl, send, AbortSignal.any([giveUp.signal, AbortSignal.timeout(openingMs)]));
    const idle = setTimeout(() => this.#retire(key, line), idleMs).unref();
    const line: Line = { opening, giveUp, idle, users: 0, retired: false, closing: undefined };
    opening.catch(() => this.#retire(key, line));
    this.#lines.set(key, line);
    const [oldest] = this.#lines;
    if (oldest && this.#lines.size > atMost) this.#retire(...oldest);
    return line;
  }

  #retire(key: string, line: Line): void {
    if (this.#lines.get(key) === line) this.#lines.delete(key);
    clearTimeout(line.idle);
    line.retired = true;
    hangUpIfDone(line);
  }
}

function hangUpIfDone(line: Line): void {
  if (line.retired && line.users === 0) void hangUp(line);
}

/** Never rejects, because errors while closing do not matter. */
function hangUp(line: Line): Promise<void> {
  line.closing ??= line.opening.then((connection) => connection.close()).catch(() => {});
  return line.closing;
}

/** A seller that is slow, or that answers with an error of its own, keeps its connection. */
function breaksLine({ reason, error }: Failure): boolean {
  return error === null && (reason === "unreachable" || reason === "unauthorized");
}

function keyOf({ endpointUrl, protocol, credential }: Destination): string {
  return `${protocol} ${endpointUrl} ${fingerprintOf(credential)}`;
}
