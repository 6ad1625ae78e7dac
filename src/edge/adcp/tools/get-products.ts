import { z } from "zod";
import type { Product, ProductsAnswer, ProductsRequest, SellerCall } from "../../../ground/seller-agent/index.ts";
import type { Resolution } from "../../../ground/seller-agent/lists/index.ts";
import type { NaturalKey } from "../../../supply/callers/index.ts";
import { consumeRehearsal } from "../../../supply/callers/rehearsals/index.ts";
import type { Json } from "../../reference/index.ts";
import { ProductsAnswer as Answer } from "../answers/products.ts";
import { checkCallback, enqueueCallbacks, PushNotificationConfig } from "../callbacks/requested-callback.ts";
import { refuseMixedFinalize, refuseUnknownProposals } from "../checks/refused-refinements.ts";
import type { ToolAnswer } from "../protocol/envelope.ts";
import { refused } from "../protocol/failure.ts";
import { OLDEST, releaseOf } from "../protocol/release.ts";
import { type AdcpRequestContext, sellerCall } from "../request-context.ts";
import { searchLater } from "../searches/search-later.ts";
import { isMissing, productsWritten } from "../searches/written-products.ts";
import { AccountRef, Brand, fromAdcpAccount, refuseOtherBrand } from "../words/account.ts";
import { feedVersionOf } from "../words/feed-version.ts";
import { filterProducts } from "../words/filter-products.ts";
import { Pagination } from "../words/page.ts";
import {
  Duration,
  Filters,
  fromAdcpDuration,
  fromAdcpFilters,
  fromAdcpRefinement,
  Refine,
} from "../words/products-request.ts";
import { PropertyListRef, resolveList, within } from "../words/property-list.ts";
import { answerOfRehearsal } from "./outcome.ts";
import { completed, tool } from "./tool.ts";

const Input = z.object({
  buying_mode: z
    .enum(["brief", "wholesale", "refine"])
    .optional()
    .describe(
      "brief: products that match the brief; wholesale: the whole catalogue; refine: the previous answer with changes",
    ),
  brief: z.string().max(10_000).optional().describe("What the campaign should achieve, in plain words"),
  refine: z.array(Refine).min(1).max(100).optional(),
  filters: Filters.default({}),
  property_list: PropertyListRef.optional(),
  if_wholesale_feed_version: z
    .string()
    .max(200)
    .optional()
    .describe("The version that you have: if there is no newer one, the answer is unchanged"),
  if_pricing_version: z.string().max(200).optional().describe("Prices have no version of their own"),
  adcp_version: z.string().optional(),
  push_notification_config: PushNotificationConfig,
  preferred_delivery_types: z.array(z.string()).optional(),
  account: AccountRef.optional(),
  brand: Brand.optional(),
  time_budget: Duration.optional().describe(
    "How long you can wait; sources that have not answered by then are in incomplete",
  ),
  pagination: Pagination,
});

type ToolRequest = z.output<typeof Input>;

export const getProducts = tool({
  name: "get_products",
  title: "Find products to buy",
  description:
    "This storefront's products for a brief, or all of them, with their prices; also proposals, which divide a " +
    "budget among products. If a source is too slow for a brief without a time_budget, the answer is a task: poll " +
    "get_task_status. With a time_budget, whatever a source did not answer in time is listed in incomplete.",
  input: Input,
  answer: Answer,
  refs: { "account.account_id": "declaredAccount" },
  ignores: ignoredOf,
  async handle(asked, requestContext) {
    refuseStandalonePricing(asked);
    checkCallback(asked.push_notification_config, requestContext);
    const request = requestOf(asked);
    const account = await fromAdcpAccount(asked.account, requestContext);
    const call = callOf(asked, account, requestContext);
    const rehearsed = await rehearsedFor(account, requestContext, call);
    if (rehearsed) return enqueueCallbacks(rehearsed, "get_products", asked.push_notification_config, requestContext);
    const [found, resolution] = await Promise.all([
      requestContext.resolved.agent.getProducts(request, call),
      asked.property_list && resolveList(asked.property_list, requestContext, call),
    ]);
    refuseUnknownProposals(request.refine ?? [], found);
    const publisherDomain = domainOf(requestContext);
    const later = await searchLater({ asked, request, found, call, account, publisherDomain }, requestContext);
    if (later) return enqueueCallbacks(later, "get_products", asked.push_notification_config, requestContext);
    // Not cached with an account, whose prices have to be compared with the public ones, or with a property list, which somebody else
    // maintains.
    if (found.stands && !resolution && !asked.account) return answeredOnce(found, asked, requestContext);
    const cache_scope = await scopeOf(asked, { request, found, call }, requestContext);
    return answerOf(asked, { found, resolution, cache_scope, publisherDomain });
  },
});

/** Answers, by what was found and by the request: both are the same objects when the same request is made again. */
const ANSWERED = new WeakMap<ProductsAnswer, WeakMap<ToolRequest, ToolAnswer>>();

function answeredOnce(found: ProductsAnswer, asked: ToolRequest, requestContext: AdcpRequestContext): ToolAnswer {
  const known = ANSWERED.get(found) ?? new WeakMap<ToolRequest, ToolAnswer>();
  ANSWERED.set(found, known);
  const publisherDomain = domainOf(requestContext);
  const answer = known.get(asked) ?? {
    ...answerOf(asked, { found, cache_scope: "public", publisherDomain }),
    stands: true,
  };
  known.set(asked, answer);
  return answer;
}

interface AnswerContext {
  readonly found: ProductsAnswer;
  readonly resolution?: Resolution | undefined;
  readonly cache_scope: string;
  readonly publisherDomain: string;
}

function answerOf(asked: ToolRequest, { found, resolution, cache_scope, publisherDomain }: AnswerContext): ToolAnswer {
  const { answer, list } = within(resolution, found);
  const { filters, preferred_delivery_types: preferred } = asked;
  const { products, diagnostics } = filterProducts(answer.products, filters, list, preferred);
  const request = requestOf(asked);
  const feed = isWholesale(request) && isWhole(answer) ? { wholesale_feed_version: feedVersionOf(products) } : {};
  const known = asked.if_wholesale_feed_version;
  if (known !== undefined && known === feed.wholesale_feed_version)
    return completed({ unchanged: true, ...feed, cache_scope });
  return completed({
    ...productsWritten(asked, { request, answer, products, diagnostics, publisherDomain }),
    ...(resolution && { property_list_applied: list !== undefined }),
    ...feed,
    cache_scope,
  });
}

interface Found {
  readonly request: ProductsRequest;
  readonly found: ProductsAnswer;
  readonly call: SellerCall;
}

/**
 * Whether an answer applies to everybody (AdCP 3.1, cache_scope). With an account, it does if a wholesale feed gives the same answer
 * without one. This is only checked in 3.1, whose buyers cache feeds.
 */
async function scopeOf(asked: ToolRequest, { request, found, call }: Found, { resolved }: AdcpRequestContext) {
  if (!asked.account) return "public";
  if (releaseOf(asked) === OLDEST || !isWholesale(request)) return "account";
  const buyer = { ...call.buyer, operatorDomain: null, brandDomain: null };
  const plain = await resolved.agent.getProducts(request, { ...call, buyer });
  return feedVersionOf(plain.products) === feedVersionOf(found.products) ? "public" : "account";
}

/** Clients of both releases send a brief in every mode; only the wholesale feed has versions. */
function ignoredOf({ buying_mode, brief, if_wholesale_feed_version, if_pricing_version }: Json): string[] {
  const isOfFeed = buying_mode === "wholesale";
  return [
    ...(isOfFeed && brief !== undefined ? ["brief"] : []),
    ...(!isOfFeed && if_wholesale_feed_version !== undefined ? ["if_wholesale_feed_version"] : []),
    ...(if_pricing_version !== undefined ? ["if_pricing_version"] : []),
  ];
}

/** The feed's version also covers prices, so a token for prices alone refers to nothing (AdCP 3.1). */
function refuseStandalonePricing({ if_pricing_version, if_wholesale_feed_version }: ToolRequest): void {
  if (if_pricing_version === undefined || if_wholesale_feed_version !== undefined) return;
  const why = "send it together with if_wholesale_feed_version, which covers prices as well";
  throw refused("INVALID_REQUEST", `if_pricing_version: ${why}`, "if_pricing_version");
}

function isWholesale({ brief, refine }: ProductsRequest): boolean {
  return brief === undefined && refine === undefined;
}

function isWhole({ incomplete }: ProductsAnswer): boolean {
  return !incomplete.some(isMissing);
}

/** For a trial: the result that its caller has set for its next search. */
async function rehearsedFor(
  account: NaturalKey | undefined,
  { resolved }: AdcpRequestContext,
  { buyer }: SellerCall,
): Promise<ToolAnswer | undefined> {
  if (!buyer.sandbox || !(await resolved.trials.awaitsSearch())) return undefined;
  const task = await consumeRehearsal(resolved.caller, { taskType: "get_products", account: account ?? null });
  return task && answerOfRehearsal(task);
}

function callOf(
  { brand, time_budget }: ToolRequest,
  known: NaturalKey | undefined,
  requestContext: AdcpRequestContext,
) {
  if (brand) refuseOtherBrand(brand, requestContext);
  const longest = requestContext.host.installation.discoveryTimeoutMs;
  const timeoutMs = time_budget ? Math.min(longest, fromAdcpDuration(time_budget)) : longest;
  const call = sellerCall(requestContext, known, timeoutMs);
  return known || !brand ? call : { ...call, buyer: { ...call.buyer, name: brand.domain, brandDomain: brand.domain } };
}

function requestOf({ buying_mode, brief, refine, filters }: ToolRequest): ProductsRequest {
  const mode = buying_mode ?? (refine ? "refine" : brief === undefined ? "wholesale" : "brief");
  const rest = fromAdcpFilters(filters);
  if (mode === "wholesale") return rest;
  if (mode === "brief") {
    if (brief !== undefined && brief.trim() !== "") return { ...rest, brief };
    throw refused("INVALID_REQUEST", "brief: say what the campaign should achieve, or use wholesale", "brief");
  }
  if (refine) {
    const refinements = refine.map(fromAdcpRefinement);
    refuseMixedFinalize(refinements);
    return { ...rest, refine: refinements };
  }
  throw refused("INVALID_REQUEST", "refine: say what to change", "refine");
}

/** Used for products that name no publisher. */
function domainOf({ resolved, host }: AdcpRequestContext): string {
  return resolved.publisherDomain ?? new URL(host.installation.publicUrl).hostname;
}

/** Everything on the shelf that the caller may currently buy. */
export async function productsForSale(
  requestContext: AdcpRequestContext,
  call: ReturnType<typeof sellerCall>,
): Promise<readonly Product[]> {
  return (await requestContext.resolved.agent.getProducts({}, { ...call, lookUp: true })).products;
}
