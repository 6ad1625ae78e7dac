import type { Host } from "../../ground/kernel/host.ts";
import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type AccountsAnswer,
  type AccountsRequest,
  type AccountToOpen,
  type BuildStatus,
  type Capabilities,
  type CatalogOutcome,
  type CatalogsToSync,
  type CreativeBuild,
  type CreativeFormat,
  type CreativeOutcome,
  type CreativesToSync,
  type CreativeToBuild,
  type DeliveryAnswer,
  type DeliveryRequest,
  type MediaBuyChange,
  type MediaBuyOutcome,
  type NewMediaBuy,
  type ProductsAnswer,
  type ProductsRequest,
  type SellerAccount,
  type SellerAgent,
  type SellerCall,
  type SellerError,
  type SellerMediaBuy,
  SellerRefused,
  SellerUnreachable,
  type Signal,
} from "../../ground/seller-agent/index.ts";
import { followBuild, orderBuild, showCreatives } from "../creatives/index.ts";
import { findActiveVersion } from "../instructions/index.ts";
import { holdEvery, screenOrder } from "../orders/approvals/index.ts";
import {
  changeOrder,
  followTask,
  listMediaBuys,
  type OpenedSource,
  openSources,
  ownedOf,
  placeOrder,
  readDelivery,
  type SellerSide,
  wantedBy,
} from "../orders/index.ts";
import { listRefusingPublishers } from "../publishers/index.ts";
import { listActiveSources } from "../sources/index.ts";
import { answerBrief, nothingFrom } from "./answer-brief.ts";
import { askAll } from "./ask-all.ts";
import { type AccountContext, listAccounts, openAccount } from "./buyer-accounts.ts";
import { makesCreatives, presented, unionOf } from "./capabilities.ts";
import { finalised } from "./finalising/finalise.ts";
import { passOnCatalogs } from "./pass-on-catalogs.ts";
import { isOnTerms, ruleOnPackages } from "./rule-on-packages.ts";
import { SettledShelf } from "./settled/settled-shelf.ts";
import { isOpenToAll } from "./settled/standing-answers.ts";
import { agentIdOf, authorisedOf, closedReason, refusedReason, rulesOf, type Shopfront } from "./shopfront.ts";
import { passthroughGap } from "./show-products.ts";
import { offeredTo } from "./stance/offered-to.ts";

/** A caller of the storefront's agent. */
export interface Buyer {
  /** Our customer; null for a buyer on another system. */
  readonly customerId: number | null;
  /** The buyer's name in orders: `c:12` for our customer 12. */
  readonly principal: string;
}

/** The check that decides whether an order is held, according to the storefront's setting. */
const SCREENS = { every: holdEvery, by_policy: screenOrder, none: undefined } as const;

/** A storefront as one seller, composed of its sources. It works in the seller's tenant, and only on the buyer's own orders. */
export class StorefrontAgent implements SellerAgent {
  readonly agentId: string;
  readonly name: string;
  readonly #host: Host;
  readonly #shopfront: Shopfront;
  readonly #buyer: Buyer;
  /** The buyer whose orders it may access. */
  readonly #own: { readonly storefrontId: number; readonly principal: string };
  readonly #closed: SellerError | undefined;
  readonly #shelf: SettledShelf;

  constructor(host: Host, shopfront: Shopfront, buyer: Buyer) {
    this.agentId = agentIdOf(shopfront);
    this.name = shopfront.name;
    this.#host = host;
    this.#shopfront = shopfront;
    this.#buyer = buyer;
    this.#own = { storefrontId: shopfront.storefrontId, principal: buyer.principal };
    this.#closed = closedReason(shopfront);
    this.#shelf = new SettledShelf(host, shopfront);
  }

  async capabilities(call: SellerCall): Promise<Capabilities> {
    const side = await this.#enter(call);
    const { customerId, storefrontId } = this.#shopfront;
    const { sources, refusing, policy } = await side.read(async ({ db }) => ({
      sources: await listActiveSources(db, customerId, storefrontId),
      refusing: await listRefusingPublishers(db, customerId),
      policy: await findActiveVersion(db, customerId, "acceptance_policy"),
    }));
    const selling = sources.filter(({ type, heldBack }) => type === "SALES" && !heldBack);
    const union = unionOf(selling.map(({ capabilities }) => capabilities));
    const making = sources.some(makesCreatives) ? { ...union, tools: [...union.tools, "build_creative"] } : union;
    const able = union.holdsInventory && (await this.#bundles(side, call)) ? { makesProposals: true as const } : {};
    return presented({ ...making, ...able }, this.#shopfront, { refusing, policy: policy?.content ?? null });
  }

  async getProducts(request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer> {
    if (this.#closed) return nothingFrom(this.#shopfront, this.#closed.message, "not_active");
    const side = await this.#enter(call);
    const who = { host: this.#host, shopfront: this.#shopfront, buyerCustomerId: this.#buyer.customerId };
    let opened: Promise<OpenedSource[]> | undefined;
    const openSources = () => (opened ??= this.#openSources(side, call));
    const answer = await answerBrief({ ...who, side, shelf: this.#shelf, openSources }, request, call);
    return finalised({ side, buyer: this.#own, openSources }, request, answer, call);
  }

  async createMediaBuy(request: NewMediaBuy, call: SellerCall): Promise<MediaBuyOutcome> {
    const side = await this.#enter(call);
    const { principal, customerId } = this.#buyer;
    const clockAheadMs = Math.max(0, call.now.getTime() - this.#host.clock.now().getTime());
    const buyer = { principal, identity: { ...call.buyer, customerId }, clockAheadMs };
    const sources = await this.#openSources(side, call);
    const { productMode: mode, storefrontId, holds } = this.#shopfront;
    const { terms, rules } = await this.#shelf.forBuyer(side, call);
    const ruling = rulesOf(this.#shopfront, rules);
    const asksForMore = ruling.length > 0 || !request.packages.every((part) => isOnTerms(part, terms));
    const concessions = asksForMore ? await offeredTo(side, storefrontId, buyer.identity) : [];
    const authorised = authorisedOf(this.#shopfront);
    const shelf = { mode, sources, terms, rules: ruling, concessions, authorised };
    const gap = passthroughGap(mode, sources.length);
    const unready = gap === undefined ? undefined : refusal("INVALID_STATE", gap);
    const closed = this.#closed ?? (terms.refusedAs ? refusedReason(this.#shopfront) : unready);
    // Inventory held for a buyer is sold at the promised prices, whatever the rules say now.
    const isPromised = request.holdId !== undefined;
    const ruled = closed || isPromised ? [] : await ruleOnPackages(shelf, request.packages, call, this.#host.log);
    const rulings = isPromised ? request.packages.map(() => ({ objection: null, bidFloor: null })) : ruled;
    // A storefront that passes one source through leaves the approval to that source.
    const passesCreatives = mode === "passthrough" || !this.#shopfront.reviewsCreatives;
    const screen = SCREENS[holds];
    return placeOrder(
      side,
      { storefrontId, buyer, request, sources, terms, rulings, passesCreatives, closed, screen },
      call,
    );
  }

  async updateMediaBuy(change: MediaBuyChange, call: SellerCall): Promise<MediaBuyOutcome> {
    return changeOrder(await this.#enter(call), { ...this.#own, change, closed: this.#closed }, call);
  }

  async getTask(taskId: string, call: SellerCall): Promise<MediaBuyOutcome> {
    return followTask(await this.#enter(call), this.#own, taskId, call);
  }

  async getMediaBuys(
    { mediaBuyIds }: { readonly mediaBuyIds: readonly string[] },
    call: SellerCall,
  ): Promise<readonly SellerMediaBuy[]> {
    return listMediaBuys(await this.#enter(call), this.#own, mediaBuyIds, call);
  }

  async getMediaBuyDelivery(request: DeliveryRequest, call: SellerCall): Promise<DeliveryAnswer> {
    return readDelivery(await this.#enter(call), this.#own, request, call);
  }

  async listCreativeFormats(call: SellerCall): Promise<readonly CreativeFormat[]> {
    const side = await this.#enter(call);
    const sources = [...(await this.#openSources(side, call)), ...(await this.#openSources(side, call, "CREATIVE"))];
    const { log } = this.#host;
    const { said, incomplete } = await askAll(sources, call, log, (agent, share) => agent.listCreativeFormats(share));
    if (said.length === 0 && incomplete[0])
      throw new SellerUnreachable(this.name, "unreachable", incomplete[0].message);
    const formats = said.flatMap(({ value }) => value);
    return [...new Map(formats.map((format) => [JSON.stringify(format.formatId), format])).values()];
  }

  async syncCreatives(request: CreativesToSync, call: SellerCall): Promise<readonly CreativeOutcome[]> {
    return showCreatives(await this.#enter(call), this.#own, request, call);
  }

  async buildCreative(request: CreativeToBuild, call: SellerCall): Promise<CreativeBuild> {
    if (this.#closed) return { kind: "rejected", errors: [this.#closed] };
    const side = await this.#enter(call);
    return orderBuild(side, this.#own, await this.#openSources(side, call, "CREATIVE"), request, call);
  }

  async getBuild(taskId: string, call: SellerCall): Promise<BuildStatus | undefined> {
    const side = await this.#enter(call);
    return followBuild(side, this.#own, await this.#openSources(side, call, "CREATIVE"), taskId, call);
  }

  async listAccounts(request: AccountsRequest, call: SellerCall): Promise<AccountsAnswer> {
    return listAccounts(await this.#accountDesk(call), request, call);
  }

  async syncAccounts(request: AccountToOpen, call: SellerCall): Promise<readonly SellerAccount[]> {
    return openAccount(await this.#accountDesk(call), request, call);
  }

  async syncCatalogs(request: CatalogsToSync, call: SellerCall): Promise<readonly CatalogOutcome[]> {
    if (this.#closed) throw new SellerRefused(this.name, [this.#closed]);
    const sources = await this.#openSources(await this.#enter(call), call);
    return passOnCatalogs(this.name, sources, request, call, this.#host.log);
  }

  async getSignals(call: SellerCall): Promise<readonly Signal[]> {
    if (this.#closed) return [];
    const sources = await this.#openSources(await this.#enter(call), call, "SIGNAL");
    const { said } = await askAll(
      sources,
      call,
      this.#host.log,
      async (agent, share) => agent.getSignals?.(share) ?? [],
    );
    return said.flatMap(({ value }) => value);
  }

  async #accountDesk(call: SellerCall): Promise<AccountContext> {
    const { storefrontId } = this.#own;
    const buyerCustomerId = this.#buyer.customerId;
    return { side: await this.#enter(call), storefrontId, storefrontName: this.name, buyerCustomerId };
  }

  /** Whether its operator has defined bundles, which are proposed whatever the sources propose. */
  async #bundles(side: SellerSide, call: SellerCall): Promise<boolean> {
    const { rules } = await this.#shelf.forBuyer(side, call);
    return rulesOf(this.#shopfront, rules).some(({ kind }) => kind === "bundle");
  }

  #enter({ requestId }: SellerCall): Promise<SellerSide> {
    return this.#shelf.open(this.#host, requestId);
  }

  async #openSources(
    side: SellerSide,
    { buyer }: SellerCall,
    type: "SALES" | "SIGNAL" | "CREATIVE" = "SALES",
  ): Promise<OpenedSource[]> {
    const active = await this.#shelf.sources(side);
    const open = async () => {
      const sources = await side.read((ctx) => ownedOf(ctx, active, type));
      const wanted = sources.map((source) => wantedBy(buyer, source));
      return openSources(side.out, wanted, this.#buyer.customerId);
    };
    const isForAll = !buyer.accounts && active.every((source) => source.type !== type || isOpenToAll(source));
    return isForAll ? this.#shelf.remember(`open ${type}`, open) : open();
  }
}
