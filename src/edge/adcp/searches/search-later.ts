import type { ProductsAnswer, ProductsRequest, SellerCall } from "../../../ground/seller-agent/index.ts";
import type { NaturalKey } from "../../../supply/callers/index.ts";
import { keepSearch, type ProductSearch } from "../../../supply/callers/searches/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import type { AskedProducts } from "./written-products.ts";

/** A search as its call went, with all that may keep it from being gone on with. */
export interface Searched {
  readonly asked: AskedProducts & { readonly time_budget?: unknown; readonly property_list?: unknown };
  readonly request: ProductsRequest;
  readonly found: ProductsAnswer;
  readonly call: SellerCall;
  readonly account: NaturalKey | undefined;
  readonly publisherDomain: string;
}

/**
 * The task that a search becomes whose sources were too slow for the call; undefined where what was found is the answer. AdCP 3.1:
 * a wholesale feed is never a task, and a buyer that names a time budget wants what there is by then.
 */
export async function searchLater(
  { asked, request, found, call, account, publisherDomain }: Searched,
  { resolved }: AdcpRequestContext,
): Promise<ToolAnswer | undefined> {
  if (!mayTakeLonger(asked, request) || !found.incomplete.some(isTooSlow)) return undefined;
  // What a trial has seeded is there at once, and a task would not know of it.
  if (call.buyer.sandbox && (await resolved.trials.fixtures()).length > 0) return undefined;
  const search = await keepSearch(resolved.caller, {
    account: account ?? null,
    request: { asked: saidIn(asked), request, buyer: call.buyer, publisherDomain },
  });
  const sources = found.incomplete.filter(isTooSlow).map(({ source }) => source);
  return search && { status: "submitted", body: { task_id: search.taskId, message: messageOf(sources) } };
}

/** A property list may come with a token, which is not kept: such a search has the list applied at once or not at all. */
function mayTakeLonger({ time_budget, property_list }: Searched["asked"], { brief, refine }: ProductsRequest): boolean {
  const isWholesale = brief === undefined && refine === undefined;
  return !isWholesale && time_budget === undefined && property_list === undefined && !isFinal(refine);
}

/** To commit to a proposal is no search. */
function isFinal(refine: ProductsRequest["refine"]): boolean {
  return refine?.some((entry) => entry.scope === "proposal" && entry.action === "finalize") ?? false;
}

export function isTooSlow({ reason }: ProductsAnswer["incomplete"][number]): boolean {
  return reason === "timeout";
}

function saidIn({ filters, preferred_delivery_types, pagination, adcp_version }: AskedProducts) {
  return { filters, preferred_delivery_types, pagination, adcp_version } satisfies AskedProducts;
}

function messageOf(sources: readonly string[]): string {
  const who = sources.length === 1 ? `${sources[0]} has` : `${sources.length} sources have`;
  return `${who} not answered yet and will be asked again: poll get_task_status`;
}

/** How the task stands, as whoever asks after it is told. */
export function standingOfSearch({ status, result }: ProductSearch) {
  if (status === "open" || !result) return { status: "submitted" as const };
  return { status: status === "done" ? ("completed" as const) : ("failed" as const), result };
}
