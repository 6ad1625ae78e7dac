import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { Invalid } from "../../../ground/kernel/errors.ts";
import { newUuid } from "../../../ground/kernel/ids.ts";
import {
  type BuyerIdentity,
  type CatalogOutcome,
  type CatalogToSync,
  SellerRefused,
  SellerUnreachable,
  withinDeadline,
} from "../../../ground/seller-agent/index.ts";
import { type Advertiser, buyerIdentityOf } from "../../advertisers/index.ts";
import type { Catalog, CatalogType } from "../catalog.ts";
import { catalogIdOf } from "../catalog-id.ts";
import { toItem } from "../offerings/item.ts";
import type { Offering } from "../offerings/offering.ts";
import { listOfferingsOf } from "../offerings/store.ts";
import { listActiveCatalogs, recordSynced } from "../store.ts";

/** Catalogs to be sent to sales agents. */
export interface Push {
  readonly buyer: BuyerIdentity;
  readonly partnerIds: readonly string[];
  readonly catalogs: readonly CatalogToSync[];
  readonly numbers: readonly number[];
  readonly idempotencyKey: string;
}

/** One sales agent's result for one catalog. */
export interface Pushed {
  readonly partnerId: string;
  readonly catalogId: string;
  readonly itemCount: number | null;
  readonly error: string | null;
}

/** The maximum of one sync_catalogs in AdCP 3.1. */
const MOST_CATALOGS = 50;

export async function draftPush(
  ctx: Context,
  advertiser: Advertiser,
  partnerIds: readonly string[],
  catalogIds: readonly number[] | undefined,
): Promise<Push> {
  const { db, viewer } = ctx;
  const catalogs = await listActiveCatalogs(db, viewer.customerId, advertiser.advertiserId, catalogIds);
  checkNamed(catalogs, catalogIds);
  const numbers = catalogs.map(({ catalogId }) => catalogId);
  const offerings = await listOfferingsOf(db, viewer.customerId, numbers);
  return {
    buyer: await buyerIdentityOf(ctx, advertiser),
    partnerIds: [...new Set(partnerIds)],
    catalogs: catalogs.map((catalog) => toSend(catalog, offerings.get(catalog.catalogId) ?? [])),
    numbers,
    idempotencyKey: newUuid(ctx.random),
  };
}

function checkNamed(catalogs: readonly Catalog[], catalogIds: readonly number[] | undefined): void {
  const missing = catalogIds?.find((id) => !catalogs.some(({ catalogId }) => catalogId === id));
  if (missing !== undefined)
    throw new Invalid(`catalogIds: the advertiser has no catalog ${catalogIdOf(missing)}`, { field: "catalogIds" });
  if (catalogs.length === 0)
    throw new Invalid("catalogs: the advertiser has none to sync: create one, or send catalogs with their items", {
      field: "catalogs",
    });
  if (catalogs.length > MOST_CATALOGS)
    throw new Invalid(`catalogIds: name at most ${MOST_CATALOGS} of the advertiser's ${catalogs.length} catalogs`, {
      field: "catalogIds",
    });
}

/** Asks all sales agents in parallel; if one fails, only its own results fail. */
export async function pushCatalogs(push: Push, ctx: CallContext): Promise<Pushed[]> {
  const pushed = await Promise.all(push.partnerIds.map((partnerId) => pushTo(partnerId, push, ctx)));
  return pushed.flat();
}

export async function settlePush({ db, viewer, now }: Context, push: Push, pushed: readonly Pushed[]): Promise<void> {
  const taken = new Set(pushed.flatMap(({ catalogId, error }) => (error === null ? [catalogId] : [])));
  const numbers = push.numbers.filter((number) => taken.has(catalogIdOf(number)));
  if (numbers.length > 0) await recordSynced(db, viewer.customerId, numbers, now);
}

async function pushTo(partnerId: string, push: Push, ctx: CallContext): Promise<Pushed[]> {
  const outcomes = await askAgent(partnerId, push, ctx);
  return push.numbers.map((number, index) => {
    const sent = push.catalogs[index]?.catalogId;
    const outcome = typeof outcomes === "string" ? undefined : outcomes.find(({ catalogId }) => catalogId === sent);
    const error = typeof outcomes === "string" ? outcomes : "the sales agent said nothing about it";
    return {
      partnerId,
      catalogId: catalogIdOf(number),
      itemCount: outcome?.itemCount ?? null,
      error: outcome ? outcome.error : error,
    };
  });
}

/** The agent's answer, or the reason why there is none. */
async function askAgent(partnerId: string, push: Push, ctx: CallContext): Promise<readonly CatalogOutcome[] | string> {
  const { buyer, catalogs, idempotencyKey } = push;
  const { sellers, viewer, now, requestId } = ctx;
  const timeoutMs = ctx.installation.sellerTimeoutMs;
  const storefront = await sellers.find(viewer, partnerId);
  const seller = storefront ?? (await sellers.findBefore(viewer, partnerId));
  if (!seller) return `there is no sales agent ${partnerId}: GET /sales-agents lists them`;
  const { agent } = seller;
  if (!agent.syncCatalogs) return `${seller.name} does not accept catalogs`;
  const request = { idempotencyKey, catalogs, ...(!storefront && { agentId: partnerId }) };
  const late = () => new SellerUnreachable(seller.name, "timeout", `no answer within ${timeoutMs} ms`);
  const ask = async () => (await agent.syncCatalogs?.(request, { buyer, timeoutMs, now, requestId })) ?? [];
  try {
    return await withinDeadline(timeoutMs, late, ask);
  } catch (error) {
    if (error instanceof SellerRefused || error instanceof SellerUnreachable) return error.message;
    throw error;
  }
}

function toSend(catalog: Catalog, offerings: readonly Offering[]): CatalogToSync {
  const { catalogId, externalId, name, type, feed, conversionEvents } = catalog;
  const items = offerings.map((offering) => toItem(offering, type));
  return {
    catalogId: externalId ?? catalogIdOf(catalogId),
    name,
    type: toAdcpType(type),
    content: feed ?? { items },
    conversionEvents,
  };
}

/** AdCP 3.1 has no separate type for these, so they are sent under another type. */
const TO_ADCP: Readonly<Partial<Record<CatalogType, CatalogType>>> = {
  home_listing: "real_estate",
  local: "offering",
  retail: "product",
  travel: "offering",
};

function toAdcpType(type: CatalogType): CatalogType {
  return TO_ADCP[type] ?? type;
}
