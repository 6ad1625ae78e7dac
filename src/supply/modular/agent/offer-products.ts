import type { Context } from "../../../ground/kernel/context.ts";
import { refineInWords } from "../../../ground/seller-agent/implementing/refine-in-words.ts";
import type { Product, ProductsAnswer, ProductsRequest } from "../../../ground/seller-agent/index.ts";
import type { Avail } from "../avails/avail.ts";
import { findByWords, listForSale, listGroups } from "../avails/offers/store.ts";
import { groupOfferOf, type Offer, offerOf, subjectOfProduct, toProduct } from "../avails/product.ts";
import { listAvails } from "../avails/store.ts";
import { termsOfBrief } from "../avails/terms.ts";
import type { ModularSource } from "../modular-source.ts";
import { later } from "./clock.ts";

/** The most products in one answer; nobody reads a longer catalogue. */
const MOST_PRODUCTS = 60;
const MOST_WHOLESALE = 200;
const MOST_WORDS = 18;
const MOST_GROUPS = 12;

interface Found {
  readonly offer: Offer;
  /** The parts of the brief that it matched. */
  readonly matched: readonly string[];
}

/** What the source sells now, with the best match for the brief first. What is sold out or over is not offered. */
export async function offerProducts(
  ctx: Context,
  source: ModularSource,
  request: ProductsRequest,
  asked: Date,
): Promise<ProductsAnswer> {
  const now = later(ctx.now, asked);
  const most = request.brief === undefined ? MOST_WHOLESALE : MOST_PRODUCTS;
  const found = await find(ctx, source, request, now, most);
  const fitting = found.filter(({ offer }) => fits(offer, request));
  const offered = fitting.flatMap(({ offer, matched }) => toProduct(offer, matched) ?? []);
  const refined = await refine(
    ctx,
    source,
    offered.filter((product) => suits(product, request)),
    request,
    now,
  );
  return { ...refined, proposals: [], incomplete: found.length < most ? [] : [curtailed(source, most)] };
}

function curtailed({ name, sourceId }: ModularSource, most: number) {
  const message = `these are ${most} of more: ask with a brief, a channel or a flight for others`;
  return { source: name, sourceId, reason: "filtered", message } as const;
}

async function find(
  ctx: Context,
  source: ModularSource,
  request: ProductsRequest,
  now: Date,
  most: number,
): Promise<Found[]> {
  const terms = termsOfBrief(briefOf(request));
  const words = [...terms.keys()].slice(0, MOST_WORDS);
  const hits = words.length > 0 ? await findByWords(ctx.db, source, words, now, most) : [];
  const matched = new Map(hits.map((hit) => [hit.availId, hit.words.map((word) => terms.get(word) ?? word)]));
  const named = hits.length > 0 ? await listAvails(ctx.db, source, [...matched.keys()]) : [];
  const rank = new Map(hits.map(({ availId }, at) => [availId, at]));
  const ranked = named.toSorted((a, b) => (rank.get(a.availId) ?? 0) - (rank.get(b.availId) ?? 0));
  const rest =
    ranked.length < most ? await listForSale(ctx.db, source, now, saleCriteriaOf(request), most - ranked.length) : [];
  const singles = [...ranked, ...rest.filter(({ availId }) => !matched.has(availId))];
  const groups = await groupsOf(ctx, source, singles, now);
  return withGroups(singles, groups, matched);
}

function briefOf({ brief = "", refine: criteria = [] }: ProductsRequest): string {
  return [brief, ...criteria.map(({ ask }) => ask ?? "")].join(" ");
}

function saleCriteriaOf({ channels, budget, flight }: ProductsRequest) {
  return {
    channels: channels && channels.length > 0 ? channels : null,
    currency: budget?.currency ?? null,
    from: flight?.start ?? null,
    until: flight?.end ?? null,
  };
}

async function groupsOf({ db }: Context, source: ModularSource, avails: readonly Avail[], now: Date): Promise<Offer[]> {
  const keys = [...new Set(avails.map(({ groupKey }) => groupKey))].slice(0, MOST_GROUPS);
  if (keys.length === 0) return [];
  const members = Map.groupBy(await listGroups(db, source, keys, now), ({ groupKey }) => groupKey);
  return keys.flatMap((key) => groupOfferOf(members.get(key) ?? []) ?? []);
}

/** Inserts each group before the first of its avails. */
function withGroups(
  singles: readonly Avail[],
  groups: readonly Offer[],
  matched: ReadonlyMap<string, readonly string[]>,
): Found[] {
  const byKey = new Map(groups.map((offer) => [offer.avails[0].groupKey, offer]));
  return singles.flatMap((avail) => {
    const own: Found = { offer: offerOf(avail), matched: matched.get(avail.availId) ?? [] };
    const group = byKey.get(avail.groupKey);
    byKey.delete(avail.groupKey);
    return group ? [{ offer: group, matched: own.matched }, own] : [own];
  });
}

function fits({ avails }: Offer, { flight }: ProductsRequest): boolean {
  return !flight || avails.some(({ startTime, endTime }) => startTime < flight.end && endTime > flight.start);
}

function suits({ channels, countries, pricingOptions }: Product, request: ProductsRequest): boolean {
  const { channels: wanted = [], countries: asked = [], budget } = request;
  if (wanted.length > 0 && !wanted.some((channel) => channels.includes(channel))) return false;
  // A product without countries can run anywhere.
  if (asked.length > 0 && countries.length > 0 && !asked.some((country) => countries.includes(country))) return false;
  return !budget || pricingOptions.some(({ currency }) => currency === budget.currency);
}

type Applied = ProductsAnswer["refinementsApplied"][number];

async function refine(
  ctx: Context,
  source: ModularSource,
  products: readonly Product[],
  { brief, refine: refinements = [] }: ProductsRequest,
  now: Date,
): Promise<Pick<ProductsAnswer, "products" | "refinementsApplied">> {
  let kept = products;
  const applied: Applied[] = [];
  for (const refinement of refinements) {
    if (refinement.scope === "request") {
      const refined = refineInWords(kept, refinement.ask, brief);
      kept = refined.products;
      applied.push(refined.applied);
    } else if (refinement.scope === "proposal")
      applied.push({ status: "unable", notes: "This source makes no proposals." });
    else {
      const product = await findProduct(ctx, source, refinement.productId, now);
      if (product) kept = refinedBy(kept, refinement.action, product);
      applied.push(
        product
          ? { status: "applied" }
          : { status: "unable", notes: `There is no product ${refinement.productId} now.` },
      );
    }
  }
  return { products: kept, refinementsApplied: applied };
}

function refinedBy(
  kept: readonly Product[],
  action: "include" | "omit" | "more_like_this",
  wanted: Product,
): readonly Product[] {
  const others = kept.filter(({ productId }) => productId !== wanted.productId);
  if (action === "omit") return others;
  if (action === "include") return [wanted, ...others];
  const alike = ({ channels }: Product) => channels[0] === wanted.channels[0];
  return [wanted, ...others.filter(alike), ...others.filter((product) => !alike(product))];
}

async function findProduct(
  ctx: Context,
  source: ModularSource,
  productId: string,
  now: Date,
): Promise<Product | undefined> {
  const offer = await findOffer(ctx, source, productId, now);
  return offer && toProduct(offer);
}

/** What a product's id refers to now; undefined if none of it is on sale. */
export async function findOffer(
  { db }: Context,
  source: ModularSource,
  productId: string,
  now: Date,
): Promise<Offer | undefined> {
  const subject = subjectOfProduct(productId);
  if (!subject) return undefined;
  if ("groupKey" in subject) return groupOfferOf(await listGroups(db, source, [subject.groupKey], now));
  const [avail] = await listAvails(db, source, [subject.availId]);
  return avail && !avail.withdrawn && avail.endTime > now ? offerOf(avail) : undefined;
}
