import { z } from "zod";
import { answered, failuresOf, stoppedShort } from "../adcp.ts";
import {
  type AccountKey,
  accountKnown,
  fromAdcpAccounts,
  naturalKey,
  toAdcpAccount,
  wantsProof,
} from "../adcp-account.ts";
import { fromAdcpCapabilities, toAdcpVersion } from "../adcp-capabilities.ts";
import { type Capabilities, type SellerCall, SellerRefused } from "../port.ts";
import type { Connection, Payload, Reply } from "./wire/connection.ts";
import { failureOf } from "./wire/failure.ts";

/** What was learned about a seller over a connection; discarded together with the connection. */
interface Facts {
  capabilities?: Capabilities;
  /** The accounts that it lists: its sandbox accounts under `true`, its live ones under `false`. */
  readonly accounts: Map<boolean, readonly string[]>;
}

const factsOf = new WeakMap<Connection, Facts>();

const Paginated = z.looseObject({
  pagination: z.looseObject({ has_more: z.boolean().optional(), cursor: z.string().optional() }).nullish().catch(null),
});
const PAGE_SIZE = 100;
const MOST_PAGES = 50;

export interface Speaker {
  readonly name: string;
  readonly account?: AccountKey;
  /** The account that our credential gives access to, used if the call names none. */
  readonly accountId?: string;
}

/** One call of the port over one connection: the requests it makes, and what they have in common. */
export class Conversation {
  readonly #seller: Speaker;
  readonly #connection: Connection;
  readonly #call: SellerCall;
  readonly #signal: AbortSignal;
  readonly #facts: Facts;

  constructor(seller: Speaker, connection: Connection, call: SellerCall, signal: AbortSignal) {
    this.#seller = seller;
    this.#connection = connection;
    this.#call = call;
    this.#signal = signal;
    this.#facts = factsOf.get(connection) ?? { accounts: new Map() };
    factsOf.set(connection, this.#facts);
  }

  /** Whether an optional tool exists. An agent card without skills does not tell. */
  has(tool: string): boolean {
    const { tools, listsEveryTool } = this.#connection;
    return tools.has(tool) || (!listsEveryTool && tools.size === 0);
  }

  /** The seller's capabilities. `afresh` discards everything that it returned over this connection before, including its accounts. */
  async capabilities({ afresh = false } = {}): Promise<Capabilities> {
    const known = this.#facts.capabilities;
    if (known && !afresh) return known;
    const { tools } = this.#connection;
    this.#facts.accounts.clear();
    this.#facts.capabilities = fromAdcpCapabilities(await this.#saidOfItself(), tools);
    return this.#facts.capabilities;
  }

  /** Whether the seller is known to remember idempotency keys, so that a retry cannot buy twice. */
  get remembersKeys(): boolean {
    return (this.#facts.capabilities?.idempotencyTtlSeconds ?? null) !== null;
  }

  /** A protocol error is treated like a failed task, so that refusals have one shape. */
  async ask(tool: string, input: Payload): Promise<Reply> {
    const version = toAdcpVersion(await this.capabilities());
    return this.#send(tool, { ...version, ...input });
  }

  async task(taskId: string): Promise<Reply | undefined> {
    return this.#connection.task(taskId, this.#signal);
  }

  /** All pages of a read; `answer` is the field that each page must have. */
  async pages(tool: string, input: Payload, answer: string): Promise<Payload[]> {
    const pages: Payload[] = [];
    let pagination: Payload = {};
    while (pages.length < MOST_PAGES) {
      const page = answered(await this.ask(tool, { ...input, ...pagination }), answer, this.#seller.name);
      pages.push(page);
      const next = Paginated.parse(page).pagination;
      if (!next?.has_more || !next.cursor) break;
      pagination = { pagination: { max_results: PAGE_SIZE, cursor: next.cursor } };
    }
    return pages;
  }

  /** The account under which the buyer buys; undefined if the seller requires an id and there is none, or several. */
  async account(): Promise<AccountKey | undefined> {
    const { account, accountId: ours } = this.#seller;
    const buyer = { ...(ours !== undefined && { accountId: ours }), ...this.#call.buyer };
    const capabilities = await this.capabilities();
    const known = account ?? accountKnown(buyer, capabilities);
    if (known && (!wantsProof(known, buyer) || (await this.#isSandbox(known)))) return known;
    const [accountId, ...others] = await this.#accounts(buyer.sandbox);
    if (accountId !== undefined && others.length === 0) return { accountId };
    return capabilities.requireOperatorAuth ? undefined : naturalKey(buyer);
  }

  /** The account as an optional field of a request. */
  async accountField(): Promise<Payload> {
    const account = await this.account();
    return account ? { account: toAdcpAccount(account) } : {};
  }

  /** For an account that is not on the list, the list is read again, because the account may have been created since. */
  async #isSandbox(key: AccountKey): Promise<boolean> {
    if (!("accountId" in key)) return key.sandbox === true;
    if ((await this.#accounts(true)).includes(key.accountId)) return true;
    this.#facts.accounts.delete(true);
    return (await this.#accounts(true)).includes(key.accountId);
  }

  async #accounts(sandbox: boolean): Promise<readonly string[]> {
    const known = this.#facts.accounts.get(sandbox) ?? (await this.#accountIds(sandbox));
    this.#facts.accounts.set(sandbox, known);
    return known;
  }

  /** Empty if the seller does not list accounts, or does not list them for us. */
  async #accountIds(sandbox: boolean): Promise<string[]> {
    if (!this.has("list_accounts")) return [];
    try {
      const pages = await this.pages("list_accounts", sandbox ? { sandbox } : {}, "accounts");
      return fromAdcpAccounts(
        pages.flatMap(({ accounts }) => accounts),
        sandbox,
      );
    } catch (error) {
      if (error instanceof SellerRefused && error.errors.every(({ recovery }) => recovery !== "transient")) return [];
      throw error;
    }
  }

  /** Called even if the agent card does not list the tool, because many cards do not; a refusal then only means that the tool does not exist. */
  async #saidOfItself(): Promise<Payload> {
    const tool = "get_adcp_capabilities";
    const { tools, listsEveryTool } = this.#connection;
    if (listsEveryTool && !tools.has(tool)) return {};
    const reply = await this.#send(tool, { adcp_major_version: 3 });
    if (!stoppedShort(reply)) return reply.data;
    const errors = failuresOf(reply);
    const meant = tools.has(tool) || errors.some(({ recovery }) => recovery === "transient");
    if (meant) throw new SellerRefused(this.#seller.name, errors);
    return {};
  }

  async #send(tool: string, input: Payload): Promise<Reply> {
    // Nothing is sent for a caller that has disconnected, because it would not learn what it bought.
    this.#signal.throwIfAborted();
    try {
      return await this.#connection.call(tool, input, this.#signal);
    } catch (thrown) {
      const { error } = failureOf(thrown);
      if (!error) throw thrown;
      return { data: { adcp_error: error }, state: null, taskId: null, failed: true, message: null };
    }
  }
}
