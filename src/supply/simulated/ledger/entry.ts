import { z } from "zod";
import type {
  BuyerIdentity,
  CreativesToSync,
  MediaBuyChange,
  NewMediaBuy,
  NewPackage,
} from "../../../ground/seller-agent/index.ts";
import { Targeting } from "../../../ground/seller-agent/targeting/index.ts";
import type { CatalogueProduct } from "../catalogue/catalogue.ts";
import { Approval, CHANNELS, type Simulation } from "../simulation.ts";
import { digestOf } from "./digest.ts";

const Pacing = z.enum(["even", "asap", "front_loaded"]);

/** What every record has: its key, what was asked under it, and the caller's clock when it was. */
const Line = z.object({ key: z.string(), digest: z.string(), mediaBuyId: z.string(), at: z.coerce.date() });

/** A package with the terms it was sold on, so that a later change of the simulation rewrites no history. */
const SoldPackage = z.object({
  packageId: z.string(),
  buyerRef: z.string(),
  productId: z.string(),
  channel: z.enum(CHANNELS),
  guaranteed: z.boolean(),
  budget: z.string(),
  price: z.string().describe("CPM"),
  auction: z.boolean(),
  floorPrice: z.string().nullable(),
  minSpend: z.string().nullable(),
  pacing: Pacing,
  startTime: z.coerce.date().optional(),
  endTime: z.coerce.date().optional(),
  countries: z.array(z.string()).optional().describe("Where the product ran when it was sold"),
  targeting: Targeting.optional(),
  paused: z.literal(true).optional().describe("Starting with the first day"),
});

const Created = Line.extend({
  type: z.literal("created"),
  paused: z.literal(true).optional(),
  taskId: z.string(),
  buyerRef: z.string(),
  name: z.string(),
  buyer: z.string(),
  start: z.coerce.date(),
  end: z.coerce.date(),
  approval: Approval,
  packages: z.array(SoldPackage),
  /** How long a creative is looked at before it may be shown; left out where nothing waits for one. */
  reviewHours: z.number().optional(),
});

const PackageChange = z.object({
  packageId: z.string(),
  budget: z.string().optional(),
  bidPrice: z.string().optional(),
  paused: z.boolean().optional(),
  canceled: z.boolean().optional(),
  cancellationReason: z.string().optional(),
  pacing: Pacing.optional(),
  startTime: z.coerce.date().optional(),
  endTime: z.coerce.date().optional(),
  targeting: Targeting.optional(),
  creativeIds: z.array(z.string()).optional(),
});

const Changed = Line.extend({
  type: z.literal("changed"),
  paused: z.boolean().optional(),
  canceled: z.boolean().optional(),
  cancellationReason: z.string().optional(),
  startTime: z.coerce.date().optional(),
  endTime: z.coerce.date().optional(),
  packages: z.array(PackageChange).optional(),
});

/** Creatives that were put into the library for a buy, and assigned to its packages. */
const Synced = Line.extend({
  type: z.literal("synced"),
  creativeIds: z.array(z.string()),
  packages: z.array(z.object({ packageId: z.string(), creativeIds: z.array(z.string()) })),
});

/** One line of the ledger. */
export const Entry = z.discriminatedUnion("type", [Created, Changed, Synced]);
export type Entry = z.infer<typeof Entry>;
export type Created = z.infer<typeof Created>;
export type Changed = z.infer<typeof Changed>;
export type Synced = z.infer<typeof Synced>;
export type SoldPackage = z.infer<typeof SoldPackage>;

/** What a sale is made with, besides the request. */
interface Sale {
  readonly simulation: Simulation;
  readonly catalogue: readonly CatalogueProduct[];
  readonly buyer: Pick<BuyerIdentity, "name" | "customerId">;
  readonly at: Date;
}

/** The record of a request that was found good, with its digest; its ids follow from its key, so that a repetition has the same ones. */
export function createdBy(request: NewMediaBuy, digest: string, { simulation, catalogue, buyer, at }: Sale): Created {
  const name = digestOf([simulation.seed, request.idempotencyKey]).slice(0, 20);
  return {
    type: "created",
    key: request.idempotencyKey,
    digest,
    mediaBuyId: `mb_${name}`,
    taskId: `task_${name}`,
    at,
    buyerRef: request.buyerRef,
    name: request.name,
    buyer: buyer.name,
    start: request.flight.start,
    end: request.flight.end,
    approval: simulation.approval,
    ...(request.paused && { paused: true }),
    ...(wantsCreatives(simulation, buyer) && { reviewHours: simulation.creativeRules.reviewHours }),
    packages: request.packages.map((part, index) => soldPackage(part, catalogue, `pkg_${name}_${index + 1}`)),
  };
}

function wantsCreatives({ creativeRules }: Simulation, { customerId }: Sale["buyer"]): boolean {
  return creativeRules.wanted || (creativeRules.wantedOfAgents === true && customerId === null);
}

function soldPackage(part: NewPackage, catalogue: readonly CatalogueProduct[], packageId: string): SoldPackage {
  const product = catalogue.find(({ productId }) => productId === part.productId);
  const option = product?.pricingOptions.find(({ pricingOptionId }) => pricingOptionId === part.pricingOptionId);
  const price = option?.fixedPrice ?? part.bidPrice;
  if (!product || !option || price === null) throw new TypeError(`${part.productId} was sold without a price`);
  return {
    packageId,
    buyerRef: part.buyerRef,
    productId: part.productId,
    channel: product.channels[0],
    guaranteed: product.deliveryType === "guaranteed",
    budget: part.budget,
    price,
    auction: option.fixedPrice === null,
    floorPrice: option.floorPrice,
    minSpend: option.minSpendPerPackage,
    pacing: part.pacing,
    startTime: part.startTime,
    endTime: part.endTime,
    countries: [...product.countries],
    targeting: part.targeting,
    ...(part.paused && { paused: true }),
  };
}

export function changedBy(change: MediaBuyChange, digest: string, at: Date): Changed {
  const { idempotencyKey: key, packages, ...rest } = change;
  // Only a creative's id is stored: its appearance does not matter to a ledger.
  const parts = packages?.map(({ creatives, creativeIds, ...part }) => {
    const shown = creatives?.map(({ creativeId }) => creativeId) ?? creativeIds;
    return shown ? { ...part, creativeIds: [...shown] } : part;
  });
  return { ...rest, packages: parts, type: "changed", key, digest, at };
}

export function syncedBy({ idempotencyKey: key, mediaBuyId, creatives, packages }: CreativesToSync, at: Date): Synced {
  const request = { mediaBuyId, creatives, packages };
  return {
    type: "synced",
    key,
    digest: digestOfSync(request),
    mediaBuyId,
    at,
    creativeIds: creatives.map(({ creativeId }) => creativeId),
    packages: packages.map(({ packageId, creativeIds }) => ({ packageId, creativeIds: [...creativeIds] })),
  };
}

export function digestOfSync({ mediaBuyId, creatives, packages }: Omit<CreativesToSync, "idempotencyKey">): string {
  return digestOf({ synced: { mediaBuyId, creatives, packages } });
}

/** Where a webhook is to go does not make it another request: its token may differ on every try. */
export function digestOfNew(request: NewMediaBuy): string {
  return digestOf({ created: { ...request, idempotencyKey: undefined, webhook: undefined } });
}

export function digestOfChange(change: MediaBuyChange): string {
  return digestOf({ changed: { ...change, idempotencyKey: undefined } });
}
