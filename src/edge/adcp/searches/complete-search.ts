import { z } from "zod";
import { dispatch, type Outcome, POLICIES, type Result } from "../../../ground/dispatch/index.ts";
import { completeSearchJob, wakeTasksJob } from "../../../ground/job-references/index.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import {
  type ProductsAnswer,
  type SellerError,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import { ended, lockSearch, type ProductSearch, saveSearch } from "../../../supply/callers/searches/index.ts";
import { refuseUnknownProposals } from "../checks/refused-refinements.ts";
import { toAdcpError } from "../protocol/failure.ts";
import { filterProducts } from "../words/filter-products.ts";
import { isTooSlow } from "./search-later.ts";
import { type ProductWording, productsWritten } from "./written-products.ts";

type Found =
  | { readonly kind: "found"; readonly found: ProductsAnswer }
  | { readonly kind: "refused"; readonly errors: readonly SellerError[] };

/** Keeps asking a storefront's slow sources, and stores what its caller would have been answered. */
export const completeSearch = dispatch({
  name: completeSearchJob.name,
  input: { taskId: z.string() },
  policy: POLICIES.slowSearch,
  load: ({ customerId, taskId }, { db }) => lockSearch(db, customerId, taskId),
  isOpen: ({ status }) => status === "open",
  request: async (search) => ({ record: search, request: search }),
  save: (search, { db, viewer }) => saveSearch(db, viewer.customerId, search),
  call: (search, out, { timeoutMs }) => ask(search, out, timeoutMs),
  settle,
  answer: (search) => search,
});

async function ask(
  { storefrontId, principal, request: { request, buyer } }: ProductSearch,
  { sellers, viewer: { customerId }, requestId }: CallContext,
  timeoutMs: number,
): Promise<Outcome<Found>> {
  try {
    const search = { customerId, storefrontId, principal, request, buyer };
    const found = await sellers.searchFor(search, timeoutMs, requestId);
    refuseUnknownProposals(request.refine ?? [], found);
    const slow = found.incomplete.filter(isTooSlow);
    if (slow.length === 0) return { kind: "answered", answer: { kind: "found", found } };
    const message = slow.map(({ source, message: said }) => `${source}: ${said}`).join("; ");
    return { kind: "unknown", message, response: { kind: "found", found } };
  } catch (error) {
    if (error instanceof SellerRefused) return { kind: "answered", answer: { kind: "refused", errors: error.errors } };
    if (error instanceof SellerUnreachable) return { kind: "unknown", message: error.message };
    throw error;
  }
}

async function settle(search: ProductSearch, result: Result<Found>, ctx: Context): Promise<ProductSearch> {
  const { customerId } = ctx.viewer;
  if (result.kind === "again") return saveSearch(ctx.db, customerId, search);
  const answer = result.kind === "answered" ? result.answer : "response" in result ? result.response : undefined;
  const over = await saveSearch(ctx.db, customerId, afterAnswer(search, answer, wallOf(ctx)));
  const { storefrontId, principal, taskId } = over;
  await ctx.enqueue(wakeTasksJob, { customerId, storefrontId, principal, orderId: taskId });
  return over;
}

/** In the end, whatever was found is the answer, and sources that still have not answered are named in it. */
function afterAnswer(search: ProductSearch, answer: Found | undefined, at: Date): ProductSearch {
  if (answer?.kind === "found") return ended(search, "finish", writtenFor(search, answer.found), at);
  return ended(search, "fail", { errors: (answer?.errors ?? [SILENT]).map(toAdcpError) }, at);
}

const SILENT: SellerError = {
  code: "SERVICE_UNAVAILABLE",
  message: "the sources of this storefront did not answer: search again later",
  field: null,
  recovery: "transient",
};

function writtenFor(
  { account, request: { asked: kept, request, publisherDomain } }: ProductSearch,
  answer: ProductsAnswer,
) {
  // It was parsed before it was stored.
  const asked = kept as unknown as ProductWording;
  const { products, diagnostics } = filterProducts(
    answer.products,
    asked.filters,
    undefined,
    asked.preferred_delivery_types,
  );
  const found = { request, answer, products, diagnostics, publisherDomain };
  return { ...productsWritten(asked, found), cache_scope: account ? "account" : "public" };
}
