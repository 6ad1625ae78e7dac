import type { Viewer } from "../kernel/viewer.ts";
import type { AccountRegistration, RegisteredAccount } from "./accounts.ts";
import type { BuildStatus } from "./creatives/creative-build.ts";
import type { MediaBuyOutcome, SellerMediaBuy } from "./media-buy.ts";
import type { BuyerIdentity, DeliveryRow, ProductsAnswer, ProductsRequest, SellerAgent } from "./port.ts";

/** Demand's only access to supply: the sellers available to a viewer, and each of them by its id. */
export interface Sellers {
  /** The sellers whose products the viewer may discover now, in a stable order. The restriction of a sponsored buyer is part of the viewer. */
  discoverable(viewer: Viewer, which: SellerFilter): Promise<readonly ListedSeller[]>;
  /** The seller of an existing buy or selection; undefined if the viewer may not see it. */
  find(viewer: Viewer, agentId: string): Promise<ListedSeller | undefined>;
  /** The seller of this storefront, if the viewer may deal with it now, or could once it opens. */
  findAt(viewer: Viewer, storefrontId: number): Promise<ListedSeller | undefined>;
  /** The storefront through which the viewer reaches an agent behind it. */
  findBefore(viewer: Viewer, agentId: string): Promise<ListedSeller | undefined>;
  /** A storefront's agent for a buyer on another system; undefined if the storefront is not on the market. */
  findForStranger(
    stranger: { readonly platformId: string; readonly principal: string },
    requestId: string,
  ): Promise<Pick<ListedSeller, "agent"> | undefined>;
  /** The result of a storefront's task, for callers that want to be notified. Throws the same errors as the storefront's agent. */
  followTask(task: TaskCallbackContext, requestId: string): Promise<MediaBuyOutcome>;
  /** The same for a creative that a storefront is making for somebody; undefined if there is no such task. */
  followBuild(task: TaskCallbackContext, requestId: string): Promise<BuildStatus | undefined>;
  /** A storefront's answer to a search for a caller that is no longer connected. Throws the same errors as the storefront's agent. */
  searchFor(search: SearchCallbackContext, timeoutMs: number, requestId: string): Promise<ProductsAnswer>;
  /**
   * A media buy's delivery at a storefront since a given day, for callers that want to be notified. Throws the same errors as the
   * storefront's agent.
   */
  readGivenDelivery(buy: BuyCallbackContext, requestId: string): Promise<DeliveryCallbackContext>;
  /** Registers an account of the viewer at a source. Errors are addressed to the viewer. */
  registerAccount(viewer: Viewer, registration: AccountRegistration, requestId: string): Promise<RegisteredAccount>;
}

export interface TaskCallbackContext {
  /** The owner of the storefront. */
  readonly customerId: number;
  readonly storefrontId: number;
  /** The caller that was given the task. */
  readonly principal: string;
  readonly taskId: string;
}

export interface SearchCallbackContext extends Omit<TaskCallbackContext, "taskId"> {
  readonly request: ProductsRequest;
  /** The buyer as the call named it. */
  readonly buyer: BuyerIdentity;
}

export interface BuyCallbackContext extends Omit<TaskCallbackContext, "taskId"> {
  readonly mediaBuyId: string;
  readonly startDay: string;
}

export interface DeliveryCallbackContext {
  /** The time as of which the delivery was read, on the buyer's clock. */
  readonly now: Date;
  /** Undefined until there is a decision. */
  readonly mediaBuy: SellerMediaBuy | undefined;
  readonly rows: readonly DeliveryRow[];
}

export interface SellerFilter {
  readonly storefrontIds?: readonly number[];
  /** Parts of names, in any letter case. Storefronts that match any of them, or any of the ids, are included. */
  readonly storefrontNames?: readonly string[];
}

export interface ListedSeller {
  readonly agent: SellerAgent;
  readonly agentId: string;
  readonly name: string;
  readonly storefrontId: number | null;
  readonly publisherDomain: string | null;
}
