import type { Outbound } from "../../outbound/outbound.ts";
import { answered } from "../adcp.ts";
import type { Connection } from "../external/wire/connection.ts";
import { headersOf } from "../external/wire/credential.ts";
import { withinDeadline } from "../external/wire/deadline.ts";
import { failureOf } from "../external/wire/failure.ts";
import { openMcp } from "../external/wire/mcp.ts";
import { sellersFetch } from "../external/wire/sellers-fetch.ts";
import { SellerRefused, SellerUnreachable } from "../port.ts";
import { fromAdcpPropertyListPage, toAdcpPropertyListRequest } from "./adcp-property-list.ts";
import { type PropertyIdentifier, type PropertyList, type PropertyListRef, propertyListOf } from "./property-list.ts";

const TOOL = "get_property_list";

/** AdCP mentions lists of 50,000 entries and more. */
const MOST_IDENTIFIERS = 100_000;
const MOST_PAGES = 1_000;

export interface ResolvedPropertyList {
  readonly list: PropertyList;
  /** Until when it may be cached; null if its agent does not say. */
  readonly validUntil: Date | null;
}

/**
 * Asks the agent that maintains a list for its content, over MCP. The connection is closed afterwards: a request once an hour does not need
 * an open one, and because callers choose the agent, such connections would displace those to sellers. Throws `SellerRefused` and
 * `SellerUnreachable`.
 */
export async function requestPropertyList(
  outbound: Outbound,
  ref: PropertyListRef,
  timeoutMs: number,
): Promise<ResolvedPropertyList> {
  const keeper = new URL(ref.agentUrl).host;
  const late = () => new SellerUnreachable(keeper, "timeout", `no answer to ${TOOL} in time`);
  try {
    return await withinDeadline(timeoutMs, late, (signal) => overLine(outbound, ref, keeper, signal));
  } catch (thrown) {
    if (thrown instanceof SellerRefused || thrown instanceof SellerUnreachable) throw thrown;
    const { reason, message, error } = failureOf(thrown);
    throw error ? new SellerRefused(keeper, [error]) : new SellerUnreachable(keeper, reason, message, thrown);
  }
}

async function overLine(outbound: Outbound, ref: PropertyListRef, keeper: string, signal: AbortSignal) {
  const { agentUrl, authToken: token } = ref;
  const credential = headersOf(token === undefined ? { type: "none" } : { type: "bearer", token });
  const line = await openMcp(agentUrl, sellersFetch(outbound, agentUrl, credential), signal);
  try {
    return await readPages(line, ref, keeper, signal);
  } finally {
    line.close().catch(() => undefined);
  }
}

async function readPages(
  line: Connection,
  ref: PropertyListRef,
  keeper: string,
  signal: AbortSignal,
): Promise<ResolvedPropertyList> {
  const identifiers: PropertyIdentifier[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < MOST_PAGES; page++) {
    const reply = await line.call(TOOL, toAdcpPropertyListRequest(ref, cursor), signal);
    const read = fromAdcpPropertyListPage(answered(reply, "identifiers", keeper));
    for (const identifier of read.identifiers) identifiers.push(identifier);
    if (identifiers.length > MOST_IDENTIFIERS) break;
    if (read.next === undefined) return { list: propertyListOf(identifiers), validUntil: read.validUntil };
    cursor = read.next;
  }
  const message = `the list is larger than ${MOST_IDENTIFIERS} identifiers, or its pages have no end`;
  throw new SellerUnreachable(keeper, "too_large", message);
}
