import type { Host } from "../../../ground/kernel/host.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import type { SellerCall } from "../../../ground/seller-agent/index.ts";
import { readLearnt } from "../../analytics/index.ts";
import { type Hierarchy, hierarchiesFor, type Terms, termsFor } from "../../instructions/index.ts";
import { type SellerSide, sellerSideOf } from "../../orders/index.ts";
import { findActiveRules, type RulesVersion } from "../../rules/index.ts";
import { listActiveSources, type Source } from "../../sources/index.ts";
import type { Shopfront } from "../shopfront.ts";
import { type ReadOnce, rememberedOf } from "./remembered.ts";

/** The operator's settings that affect one buyer. */
export interface Settled {
  readonly terms: Terms;
  readonly rules: RulesVersion | undefined;
}

/**
 * A seller's settings for its storefront, as of its look-up. Every table that is read here is covered by
 * `shelf_versions`; secrets, buyers' credentials and sources' answers are read anew for every call.
 */
export class SettledShelf {
  readonly #shopfront: Shopfront;
  readonly #learnt: ReadOnce;
  readonly remember: ReadOnce;

  constructor({ database }: Host, shopfront: Shopfront) {
    this.#shopfront = shopfront;
    const { settled, learnt } = rememberedOf(database, shopfront);
    this.remember = settled;
    this.#learnt = learnt;
  }

  /** The seller's own side, working for a buyer. */
  async open(host: Host, requestId: string): Promise<SellerSide> {
    const { customerId } = this.#shopfront;
    const seller = await this.remember<Viewer | undefined>("seller", () => host.viewerOf(customerId));
    if (!seller) throw new Error(`the seller ${customerId} is gone, and its storefront is not`);
    return sellerSideOf(host, seller, requestId);
  }

  /**
   * A buyer's houses do not belong to any seller's settings, and change independently, so they are read for every call
   * of a buyer that has a domain.
   */
  async housesOf(
    side: SellerSide,
    { buyer: { operatorDomain, brandDomain } }: SellerCall,
  ): Promise<readonly Hierarchy[]> {
    if (operatorDomain === null && brandDomain === null) return [];
    return side.read(({ db }) => hierarchiesFor(db, { operatorDomain, brandDomain, countries: [] }));
  }

  async forBuyer(side: SellerSide, call: SellerCall, countries: readonly string[] = []): Promise<Settled> {
    const { operatorDomain, brandDomain } = call.buyer;
    const scope = { operatorDomain, brandDomain, countries };
    const hierarchies = await this.housesOf(side, call);
    const [terms, rules] = await Promise.all([
      this.remember(`terms ${JSON.stringify([scope, hierarchies])}`, () =>
        side.read(({ db }) => termsFor(db, side.customerId, scope, hierarchies)),
      ),
      this.remember("rules", () => side.read(({ db }) => findActiveRules(db, side.customerId))),
    ]);
    return { terms, rules };
  }

  sources(side: SellerSide): Promise<readonly Source[]> {
    const { storefrontId } = this.#shopfront;
    return this.remember("sources", () => side.read(({ db }) => listActiveSources(db, side.customerId, storefrontId)));
  }

  /** What was learnt from its runs, as far as they have been counted. */
  learnt(side: SellerSide): ReturnType<typeof readLearnt> {
    const shop = { customerId: side.customerId, storefrontId: this.#shopfront.storefrontId };
    return this.#learnt("learnt", () => side.read(({ db }) => readLearnt(db, shop)));
  }
}
