import { MINUTE_MS, SECOND_MS } from "../../kernel/clock.ts";
import type { Log } from "../../kernel/log.ts";
import type { Outbound } from "../../outbound/outbound.ts";
import type { AccountKey } from "../adcp-account.ts";
import type { IssuedAuth } from "../connection.ts";
import type { SellerAgent } from "../port.ts";
import { AdcpSeller } from "./adcp-seller.ts";
import type { Credential } from "./wire/credential.ts";
import { WarmLines } from "./wire/warm-lines.ts";

/** A sales agent outside this installation, as registered by its owner. */
export interface ExternalSeller {
  readonly agentId: string;
  readonly name: string;
  readonly endpointUrl: string;
  readonly protocol: "MCP" | "A2A";
  readonly auth: Credential | IssuedAuth;
  /** The account to buy under, whichever buyer is buying. */
  readonly account?: AccountKey;
  /** The account that the credential gives access to, for sellers that identify buyers by account ids. */
  readonly accountId?: string;
}

export interface AdcpSellers {
  /** Costs nothing until it is called: a connection is opened on first use, and shared by all callers with the same credential. */
  agent(seller: ExternalSeller): SellerAgent;
  close(): Promise<void>;
}

export interface AdcpSellersOptions {
  readonly outbound: Outbound;
  readonly log: Log;
  /** How many connections are kept open; 200 by default. */
  readonly warmLines?: number;
  /** How long an unused connection stays open; 5 minutes by default. */
  readonly idleMs?: number;
}

const OPENING_MS = 15 * SECOND_MS;

/** Access to third-party sellers, over MCP and A2A. */
export function openAdcpSellers({
  outbound,
  log,
  warmLines = 200,
  idleMs = 5 * MINUTE_MS,
}: AdcpSellersOptions): AdcpSellers {
  const lines = new WarmLines({ outbound, atMost: warmLines, idleMs, openingMs: OPENING_MS });
  return {
    agent: ({ auth, ...seller }) => new AdcpSeller({ ...seller, credential: auth, lines, log }),
    close: () => lines.close(),
  };
}
