import type { Viewer } from "../kernel/viewer.ts";
import type { AccountRegistration, RegisteredAccount } from "./accounts.ts";
import type { BuildStanding } from "./creatives/creative-build.ts";
import type { MediaBuyOutcome, SellerMediaBuy } from "./media-buy.ts";
import type { BuyerIdentity, DeliveryRow, ProductsAnswer, ProductsRequest, SellerAgent } from "./port.ts";

/** Demand's only access to supply: the sellers for a viewer, and each of them by its id. */
export interface Sellers {
  /**
   * Those whose products the viewer may currently discover, in a stable order; a sponsored buyer's restriction is part
   * of the viewer.
   */
  discoverable(viewer: Viewer, which: SellerFilter): Promise<readonly ListedSeller[]>;
  /** The seller of an existing buy or selection; undefined where the viewer may not see it. */
  find(viewer: Viewer, agentId: string): Promise<ListedSeller | undefined>;
  /** The seller whose storefront this is, if the viewer may deal with it now or could when it opens. */
  findAt(viewer: Viewer, storefrontId: number): Promise<ListedSeller | undefined>;
  /** The storefront through which the viewer reaches an agent behind it. */
  findBefore(viewer: Viewer, agentId: string): Promise<ListedSeller | undefined>;
  /** A storefront's agent for a buyer on another system; undefined if it is not on the market. */
  findForStranger(
    stranger: { readonly platformId: string; readonly principal: string },
    requestId: string,
  ): Promise<Pick<ListedSeller, "agent"> | undefined>;
  /** The result of a storefront's task, for callers that want to be notified. Throws as its agent does. */
  followTask(task: GivenTask, requestId: string): Promise<MediaBuyOutcome>;
  /** The same for a creative that a storefront has made for somebody; undefined if there is no such task. */
  followBuild(task: GivenTask, requestId: string): Promise<BuildStanding | undefined>;
  /** What a storefront answers somebody who is not on the line any more. Throws as its agent does. */
  searchFor(search: GivenSearch, timeoutMs: number, requestId: string): Promise<ProductsAnswer>;
  /**
   * A media buy's delivery at a storefront since a given day, for callers that are notified. Throws as its agent does.
   */
  readGivenDelivery(buy: GivenBuy, requestId: string): Promise<GivenDelivery>;
  /** Registers an account of the viewer's at a source. Throws an error for the viewer. */
  registerAccount(viewer: Viewer, registration: AccountRegistration, requestId: string): Promise<RegisteredAccount>;
}

export interface GivenTask {
  /** Whose storefront it is. */
  readonly customerId: number;
  readonly storefrontId: number;
  /** Whom it was given to. */
  readonly principal: string;
  readonly taskId: string;
}

export interface GivenSearch extends Omit<GivenTask, "taskId"> {
  readonly request: ProductsRequest;
  /** The buyer as its call named it. */
  readonly buyer: BuyerIdentity;
}

export interface GivenBuy extends Omit<GivenTask, "taskId"> {
  readonly mediaBuyId: string;
  readonly startDay: string;
}

export interface GivenDelivery {
  /** When its buyer was told so, by the buyer's clock. */
  readonly now: Date;
  /** Undefined until there is a decision. */
  readonly mediaBuy: SellerMediaBuy | undefined;
  readonly rows: readonly DeliveryRow[];
}

export interface SellerFilter {
  readonly storefrontIds?: readonly number[];
  /** Case-insensitive parts of names; any of them matches, as does any of the ids. */
  readonly storefrontNames?: readonly string[];
}

export interface ListedSeller {
  readonly agent: SellerAgent;
  readonly agentId: string;
  readonly name: string;
  readonly storefrontId: number | null;
  readonly publisherDomain: string | null;
}
