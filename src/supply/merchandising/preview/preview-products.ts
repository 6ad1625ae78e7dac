import type { z } from "zod";
import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import type { SellerCall } from "../../../ground/seller-agent/index.ts";
import type { ProductMode } from "../../composition/index.ts";
import { instructionsFor, type Terms } from "../../instructions/index.ts";
import { type OwnedSource, openSources, readActiveSources } from "../../orders/index.ts";
import { findActiveRules, type ProductRule, rulesOfRateCard } from "../../rules/index.ts";
import { getOwnStorefront } from "../../storefronts/index.ts";
import { passthroughGap, showProducts } from "../show-products.ts";
import { type Authorised, authorisedBy } from "../within-domains.ts";
import type { Preview, PreviewBody } from "./schema.ts";

type PreviewRequest = z.output<typeof PreviewBody>;

/** What a preview is composed from. It contains decrypted secrets, and exists only for one call. */
interface PreviewInput {
  readonly wanted: PreviewRequest;
  readonly storefront: string;
  readonly mode: ProductMode;
  readonly sources: readonly OwnedSource[];
  readonly terms: Terms;
  readonly rules: readonly ProductRule[];
  readonly authorised: Authorised | undefined;
}

/** Reads the sources of the viewer's storefront, and the rules: those to be tried, or the active ones. */
export async function readStock(ctx: Context, wanted: PreviewRequest): Promise<PreviewInput> {
  const { db } = ctx;
  const own = await getOwnStorefront(ctx);
  const { customerId, storefrontId, name, productMode, publisherDomain, businessProfile } = own;
  const { operatorDomain = null, brandDomain = null, country } = wanted;
  const scope = { operatorDomain, brandDomain, countries: country === undefined ? [] : [country] };
  const written = wanted.rules ?? (await findActiveRules(db, customerId))?.rules ?? [];
  const rules = [...written, ...rulesOfRateCard(own.compositionPricing.rateCard)];
  const sources = await readActiveSources(ctx, storefrontId);
  const terms = await instructionsFor(db, customerId, scope);
  const authorised = authorisedBy(businessProfile?.publisherDomains, publisherDomain);
  return { wanted, storefront: name, mode: productMode, sources, terms, rules, authorised };
}

/** Asks the sources as for a buyer without its own credentials. Nothing is stored. */
export async function previewProducts(stock: PreviewInput, out: CallContext): Promise<Preview> {
  const { wanted, storefront, mode, terms, rules, authorised } = stock;
  if (terms.refusedAs)
    return without(storefront, "refused", `your acceptance policy refuses this buyer, as ${terms.refusedAs}`);
  const gap = passthroughGap(mode, stock.sources.length);
  if (gap !== undefined) return without(storefront, "not_active", gap);
  const sources = await openSources(
    out,
    stock.sources.map((owned) => ({ ...owned, linked: undefined })),
    null,
  );
  const { brief, country } = wanted;
  const request = { ...(brief !== undefined && { brief }), ...(country !== undefined && { countries: [country] }) };
  const shown = await showProducts({ mode, sources, terms, rules, authorised }, request, callOf(wanted, out), out.log);
  return { shown, missing: shown.incomplete };
}

function without(source: string, reason: "refused" | "not_active", message: string): Preview {
  return { shown: undefined, missing: [{ source, reason, message }] };
}

function callOf(wanted: PreviewRequest, out: CallContext): SellerCall {
  const { operatorDomain = null, brandDomain = null } = wanted;
  const { now, requestId, installation } = out;
  const buyer = { customerId: null, name: "a preview", operatorDomain, brandDomain, sandbox: true };
  return { buyer, now, requestId, timeoutMs: installation.discoveryTimeoutMs, lookUp: true };
}
