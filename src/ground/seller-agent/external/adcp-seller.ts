import { performance } from "node:perf_hooks";
import type { Log } from "../../kernel/log.ts";
import { answered } from "../adcp.ts";
import { type AccountKey, toAdcpAccount, toAdcpBrand } from "../adcp-account.ts";
import { speaksNewest } from "../adcp-capabilities.ts";
import { fromAdcpDelivery, toAdcpDeliveryRequest } from "../adcp-delivery.ts";
import { fromAdcpProductsAnswer, toAdcpProductsRequest, toAdcpTimeBudget } from "../adcp-discovery.ts";
import { fromAdcpFormats } from "../adcp-format.ts";
import { fromAdcpMediaBuys, toAdcpMediaBuyChange, toAdcpNewMediaBuy } from "../adcp-media-buy.ts";
import { fromAdcpOutcome, fromAdcpTask } from "../adcp-outcome.ts";
import type { IssuedAuth } from "../connection.ts";
import {
  type AccountsAnswer,
  type AccountsRequest,
  type AccountToOpen,
  type BuyerIdentity,
  type Capabilities,
  type CatalogOutcome,
  type CatalogsToSync,
  type CreativeFormat,
  type CreativeOutcome,
  type CreativesToSync,
  type DeliveryAnswer,
  type DeliveryRequest,
  type MediaBuyChange,
  type MediaBuyList,
  type MediaBuyOutcome,
  type NewMediaBuy,
  type ProductsAnswer,
  type ProductsRequest,
  type SellerAccount,
  type SellerAgent,
  type SellerCall,
  type SellerMediaBuy,
  SellerRefused,
  SellerUnreachable,
  type Signal,
} from "../port.ts";
import { fromAdcpSignals } from "../signals/adcp-signal.ts";
import { askForAccounts, askToOpenAccount } from "./ask-accounts.ts";
import { askToTakeCatalogs } from "./ask-catalogs.ts";
import { askToTakeCreatives } from "./ask-creatives.ts";
import { askForMediaBuys } from "./ask-media-buys.ts";
import { Conversation, type Speaker } from "./conversation.ts";
import type { Payload } from "./wire/connection.ts";
import { type Credential, presented } from "./wire/credential.ts";
import { withinDeadline } from "./wire/deadline.ts";
import { failureOf } from "./wire/failure.ts";
import type { Destination, WarmLines } from "./wire/warm-lines.ts";

/** Names of the tool for requesting a task's record: AdCP 3.1's, the SDK's, and AdCP 3.0's. */
const TASK_TOOLS = ["get_task_status", "tasks_get", "tasks/get"];

function noAccountFor({ sandbox }: BuyerIdentity): MediaBuyOutcome {
  const message = sandbox
    ? "a sandbox advertiser can only buy under a sandbox account, and the seller does not list exactly one"
    : "the seller requires the id of an account, and does not list exactly one";
  return {
    kind: "rejected",
    errors: [{ code: "ACCOUNT_AMBIGUOUS", message, field: "account", recovery: "correctable" }],
  };
}

export interface AdcpSellerOptions extends Speaker, Omit<Destination, "credential"> {
  readonly agentId: string;
  readonly credential: Credential | IssuedAuth;
  readonly lines: WarmLines;
  readonly log: Log;
}

/** A seller on another system, called in AdCP 3.0 or 3.1. */
export class AdcpSeller implements SellerAgent {
  readonly agentId: string;
  readonly name: string;
  readonly #options: AdcpSellerOptions;

  constructor(options: AdcpSellerOptions) {
    this.agentId = options.agentId;
    this.name = options.name;
    this.#options = options;
  }

  capabilities(call: SellerCall): Promise<Capabilities> {
    return this.#read("get_adcp_capabilities", call, (talk) => talk.capabilities({ afresh: true }));
  }

  getProducts(request: ProductsRequest, call: SellerCall): Promise<ProductsAnswer> {
    return this.#read("get_products", call, async (talk) => {
      const input = {
        ...toAdcpProductsRequest(request),
        ...(await this.#forWhom(talk, call)),
        ...(speaksNewest(await talk.capabilities()) && { time_budget: toAdcpTimeBudget(call.timeoutMs) }),
      };
      return fromAdcpProductsAnswer(await talk.pages("get_products", input, "products"), this.name);
    });
  }

  createMediaBuy(request: NewMediaBuy, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#write("create_media_buy", call, (account, isNewest) => {
      return { ...toAdcpNewMediaBuy(request, isNewest), brand: toAdcpBrand(call.buyer, account) };
    });
  }

  updateMediaBuy(request: MediaBuyChange, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#write("update_media_buy", call, (_, isNewest) => toAdcpMediaBuyChange(request, isNewest));
  }

  getTask(taskId: string, call: SellerCall): Promise<MediaBuyOutcome> {
    return this.#read("get_task_status", call, async (talk) => {
      const record = await talk.task(taskId);
      if (record) return fromAdcpTask(record, this.name);
      const tool = TASK_TOOLS.find((name) => talk.has(name));
      if (!tool) return this.#taskByItsBuy(taskId, talk);
      const input = { task_id: taskId, include_result: true, ...(await talk.accountField()) };
      // Over A2A this request is itself a task, different from the task that it asks about.
      return fromAdcpTask({ ...(await talk.ask(tool, input)), taskId: null }, this.name);
    });
  }

  getMediaBuys(
    { mediaBuyIds }: { readonly mediaBuyIds: readonly string[] },
    call: SellerCall,
  ): Promise<readonly SellerMediaBuy[]> {
    return this.#read("get_media_buys", call, (talk) => this.#mediaBuys(mediaBuyIds, talk));
  }

  listMediaBuys(call: SellerCall): Promise<MediaBuyList | undefined> {
    return this.#read("get_media_buys", call, askForMediaBuys);
  }

  getMediaBuyDelivery(request: DeliveryRequest, call: SellerCall): Promise<DeliveryAnswer> {
    return this.#read("get_media_buy_delivery", call, async (talk) => {
      const input = { ...toAdcpDeliveryRequest(request), ...(await talk.accountField()) };
      const reply = await talk.ask("get_media_buy_delivery", input);
      return fromAdcpDelivery(answered(reply, "media_buy_deliveries", this.name), request, this.name);
    });
  }

  listCreativeFormats(call: SellerCall): Promise<readonly CreativeFormat[]> {
    return this.#read("list_creative_formats", call, async (talk) => {
      if (!talk.has("list_creative_formats")) return [];
      const pages = await talk.pages("list_creative_formats", {}, "formats");
      return fromAdcpFormats(pages.flatMap(({ formats }) => formats));
    });
  }

  syncCreatives(request: CreativesToSync, call: SellerCall): Promise<readonly CreativeOutcome[]> {
    return this.#read("sync_creatives", call, (talk) => askToTakeCreatives(talk, request, this.name));
  }

  listAccounts(_: AccountsRequest, call: SellerCall): Promise<AccountsAnswer> {
    return this.#read("list_accounts", call, askForAccounts);
  }

  syncAccounts(request: AccountToOpen, call: SellerCall): Promise<readonly SellerAccount[]> {
    return this.#read("sync_accounts", call, (talk) => askToOpenAccount(talk, request, call.buyer, this.name));
  }

  syncCatalogs(request: CatalogsToSync, call: SellerCall): Promise<readonly CatalogOutcome[]> {
    return this.#read("sync_catalogs", call, (talk) => askToTakeCatalogs(talk, request, this.name));
  }

  getSignals(call: SellerCall): Promise<readonly Signal[]> {
    return this.#read("get_signals", call, async (talk) => {
      await talk.capabilities();
      if (!talk.has("get_signals")) return [];
      const pages = await talk.pages("get_signals", { discovery_mode: "wholesale" }, "signals");
      return fromAdcpSignals(
        pages.flatMap(({ signals }) => signals),
        this.agentId,
      );
    });
  }

  /** Discovery sends no account rather than an invented one; most sellers then answer with their public prices. */
  async #forWhom(talk: Conversation, { buyer }: SellerCall): Promise<Payload> {
    const brand = buyer.brandDomain ?? buyer.operatorDomain;
    const account = await talk.account();
    const madeUp = account && "brandDomain" in account && brand === null && !this.#options.account;
    return {
      ...(brand !== null && { brand: toAdcpBrand(buyer, account) }),
      ...(account && !madeUp && { account: toAdcpAccount(account) }),
    };
  }

  /** A seller without `get_media_buys` reports the status of its buys in its delivery reports. */
  async #mediaBuys(mediaBuyIds: readonly string[], talk: Conversation): Promise<SellerMediaBuy[]> {
    const input = { media_buy_ids: mediaBuyIds, ...(await talk.accountField()) };
    if (talk.has("get_media_buys")) {
      const pages = await talk.pages("get_media_buys", input, "media_buys");
      return fromAdcpMediaBuys(pages.flatMap(({ media_buys }) => media_buys));
    }
    const reply = await talk.ask("get_media_buy_delivery", input);
    const { media_buy_deliveries } = answered(reply, "media_buy_deliveries", this.name);
    return fromAdcpMediaBuys([media_buy_deliveries].flat());
  }

  /** For a seller that has no task tools but answers `submitted` all the same: its task id is that of the future media buy. */
  async #taskByItsBuy(taskId: string, talk: Conversation): Promise<MediaBuyOutcome> {
    const mediaBuy = (await this.#mediaBuys([taskId], talk)).find(({ mediaBuyId }) => mediaBuyId === taskId);
    return mediaBuy ? { kind: "done", mediaBuy } : { kind: "submitted", taskId, message: null };
  }

  #read<T>(tool: string, call: SellerCall, work: (talk: Conversation) => Promise<T>): Promise<T> {
    return this.#hold(tool, call, work, () => true);
  }

  /** The request is repeated over a new connection only if that cannot buy twice: either the session was gone, or the seller remembers the key. */
  #write(
    tool: string,
    call: SellerCall,
    inputFor: (account: AccountKey, isNewest: boolean) => Payload,
  ): Promise<MediaBuyOutcome> {
    const work = async (talk: Conversation): Promise<MediaBuyOutcome> => {
      const account = await talk.account();
      if (!account) return noAccountFor(call.buyer);
      const isNewest = speaksNewest(await talk.capabilities());
      const input = { ...inputFor(account, isNewest), account: toAdcpAccount(account) };
      return fromAdcpOutcome(await talk.ask(tool, input), this.name);
    };
    return this.#hold(tool, call, work, (talk) => talk.remembersKeys);
  }

  async #hold<T>(
    tool: string,
    call: SellerCall,
    work: (talk: Conversation) => Promise<T>,
    mayRepeat: (talk: Conversation) => boolean,
  ): Promise<T> {
    const began = performance.now();
    let outcome = "answered";
    const late = () => new SellerUnreachable(this.name, "timeout", `no answer to ${tool} within ${call.timeoutMs} ms`);
    try {
      return await withinDeadline(call.timeoutMs, late, (signal) => this.#overLine(call, signal, work, mayRepeat));
    } catch (thrown) {
      const error = this.#asTheCallerKnows(thrown);
      outcome = error instanceof SellerUnreachable ? error.reason : "refused";
      throw error;
    } finally {
      const ms = Math.round(performance.now() - began);
      this.#options.log.info({ agent: this.agentId, tool, outcome, ms, requestId: call.requestId }, "upstream call");
    }
  }

  async #overLine<T>(
    call: SellerCall,
    signal: AbortSignal,
    work: (talk: Conversation) => Promise<T>,
    mayRepeat: (talk: Conversation) => boolean,
  ): Promise<T> {
    const credential = await presented(this.#options.credential);
    let talk: Conversation | undefined;
    return this.#options.lines.use(
      { ...this.#options, credential },
      (connection) => {
        talk = new Conversation(this.#options, connection, call, signal);
        return work(talk);
      },
      ({ sessionLost }) => sessionLost || !talk || mayRepeat(talk),
    );
  }

  #asTheCallerKnows(thrown: unknown): SellerRefused | SellerUnreachable {
    if (thrown instanceof SellerRefused || thrown instanceof SellerUnreachable) return thrown;
    const { reason, message, error } = failureOf(thrown);
    return error ? new SellerRefused(this.name, [error]) : new SellerUnreachable(this.name, reason, message, thrown);
  }
}
