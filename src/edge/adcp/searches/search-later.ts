import type { ProductsAnswer, ProductsRequest, SellerCall } from "../../../ground/seller-agent/index.ts";
import type { NaturalKey } from "../../../supply/callers/index.ts";
import { type ProductSearch, registerSearch } from "../../../supply/callers/searches/index.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import type { ProductWording } from "./written-products.ts";

/** A search after its call, with everything that may prevent it from being continued as a task. */
export interface Searched {
  readonly asked: ProductWording & { readonly time_budget?: unknown; readonly property_list?: unknown };
  readonly request: ProductsRequest;
  readonly found: ProductsAnswer;
  readonly call: SellerCall;
  readonly account: NaturalKey | undefined;
  readonly publisherDomain: string;
}

/**
 * The task that continues a search whose sources were too slow for the call; undefined if what was found is the answer. In AdCP 3.1, a
 * wholesale feed is never a task, and a buyer that states a time budget wants whatever there is by then.
 */
export async function searchLater(
  { asked, request, found, call, account, publisherDomain }: Searched,
  { resolved }: AdcpRequestContext,
): Promise<ToolAnswer | undefined> {
  if (!mayTakeLonger(asked, request) || !found.incomplete.some(isTooSlow)) return undefined;
  // Seeded data of a trial is available at once, and a task could not see it.
  if (call.buyer.sandbox && (await resolved.trials.fixtures()).length > 0) return undefined;
  const search = await registerSearch(resolved.caller, {
    account: account ?? null,
    request: { asked: wordingOf(asked), request, buyer: call.buyer, publisherDomain },
  });
  const sources = found.incomplete.filter(isTooSlow).map(({ source }) => source);
  return search && { status: "submitted", body: { task_id: search.taskId, message: messageOf(sources) } };
}

/** A property list may come with a token, which is not stored, so the list can only be applied at once. */
function mayTakeLonger({ time_budget, property_list }: Searched["asked"], { brief, refine }: ProductsRequest): boolean {
  const isWholesale = brief === undefined && refine === undefined;
  return !isWholesale && time_budget === undefined && property_list === undefined && !isFinal(refine);
}

/** Committing to a proposal is not a search. */
function isFinal(refine: ProductsRequest["refine"]): boolean {
  return refine?.some((entry) => entry.scope === "proposal" && entry.action === "finalize") ?? false;
}

export function isTooSlow({ reason }: ProductsAnswer["incomplete"][number]): boolean {
  return reason === "timeout";
}

function wordingOf({ filters, preferred_delivery_types, pagination, adcp_version }: ProductWording) {
  return { filters, preferred_delivery_types, pagination, adcp_version } satisfies ProductWording;
}

function messageOf(sources: readonly string[]): string {
  const who = sources.length === 1 ? `${sources[0]} has` : `${sources.length} sources have`;
  return `${who} not answered yet and will be asked again: poll get_task_status`;
}

/** The status of the task, as it is reported when somebody polls it. */
export function standingOfSearch({ status, result }: ProductSearch) {
  if (status === "open" || !result) return { status: "submitted" as const };
  return { status: status === "done" ? ("completed" as const) : ("failed" as const), result };
}
