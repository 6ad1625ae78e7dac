import { DatabaseAway } from "../../../ground/db/connection/index.ts";
import type { Log } from "../../../ground/kernel/log.ts";
import {
  type Product,
  type ProductsAnswer,
  type ProductsRequest,
  type SellerCall,
  SellerRefused,
  SellerUnreachable,
} from "../../../ground/seller-agent/index.ts";
import type { ListedSeller } from "../../../ground/seller-agent/sellers.ts";
import { writeAhead } from "../stored-groups.ts";
import type { IncompleteAgent, IncompleteReason, Offerer, SellerAnswer } from "./seller-answer.ts";
import { proposalFromJson, storable } from "./storable.ts";

export interface Asking {
  readonly call: Omit<SellerCall, "timeoutMs">;
  /** One budget for all of them together. */
  readonly budgetMs: number;
  readonly log: Log;
  requestFor(seller: ListedSeller): ProductsRequest;
  /** Receives each result as it arrives; what it does with it is waited for. */
  heard?(answer: SellerAnswer): Promise<unknown> | undefined;
}

/** Answers beyond these limits are cut or dropped, so that one seller cannot fill the whole session. */
const MAX_PRODUCTS = 500;
const MAX_PROPOSALS = 20;
const MAX_CHARACTERS = 4_000_000;
const MAX_MESSAGE = 500;

/** A seller's deadline is earlier than ours, so that it can still say why it has no answer. */
const HEAD_START = 0.9;

/**
 * Asks all sellers in parallel and answers within the budget, in the order of the sellers. If one hangs, fails or sends
 * too much, only its own answer is lost.
 */
export async function askSellers(sellers: readonly ListedSeller[], asking: Asking): Promise<SellerAnswer[]> {
  const { promise: timeUp, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), asking.budgetMs);
  try {
    return await Promise.all(
      sellers.map(async (seller) => {
        const answer = await askSeller(seller, asking, timeUp);
        await asking.heard?.(answer);
        return answer;
      }),
    );
  } finally {
    clearTimeout(timer);
  }
}

async function askSeller(seller: ListedSeller, asking: Asking, timeUp: Promise<undefined>): Promise<SellerAnswer> {
  const started = performance.now();
  const call = { ...asking.call, timeoutMs: Math.floor(asking.budgetMs * HEAD_START) };
  const tookMs = () => Math.round(performance.now() - started);
  try {
    const answer = await Promise.race([seller.agent.getProducts(asking.requestFor(seller), call), timeUp]);
    if (!answer) return failed(seller, "timeout", `no answer within ${asking.budgetMs} ms`, tookMs());
    return answered(seller, answer, tookMs());
  } catch (error) {
    const { reason, message } = failureOf(error, seller, asking.log);
    return failed(seller, reason, message, tookMs());
  }
}

function answered(seller: ListedSeller, answer: ProductsAnswer, tookMs: number): SellerAnswer {
  const unique = uniqueProducts(answer.products);
  const { copy, characters } = storable({
    products: unique.slice(0, MAX_PRODUCTS),
    proposals: answer.proposals.slice(0, MAX_PROPOSALS),
    refinementsApplied: answer.refinementsApplied,
    incomplete: answer.incomplete,
  });
  if (characters > MAX_CHARACTERS) {
    return failed(seller, "too_large", `the answer has ${characters} characters, more than ${MAX_CHARACTERS}`, tookMs);
  }
  writeAhead(copy.products);
  const cut = unique.length - copy.products.length;
  const overflow = cut > 0 ? [missing(seller, "too_large", `${cut} products beyond the first ${MAX_PRODUCTS}`)] : [];
  return {
    ...offererOf(seller),
    ...copy,
    proposals: copy.proposals.map(proposalFromJson),
    incomplete: [
      ...copy.incomplete.map(({ reason, message, ...where }) => missing(seller, reason, message, where)),
      ...overflow,
    ],
    failed: false,
    tookMs,
  };
}

/** A product is identified by its id, so of two with one id the first counts. */
function uniqueProducts(products: readonly Product[]): Product[] {
  const seen = new Set<string>();
  return products.filter(({ productId }) => !seen.has(productId) && seen.add(productId));
}

function failureOf(error: unknown, { agentId }: ListedSeller, log: Log): Pick<IncompleteAgent, "reason" | "message"> {
  if (error instanceof SellerUnreachable) return { reason: error.reason, message: error.message };
  if (error instanceof SellerRefused) return { reason: "refused", message: error.message };
  // Then there is no answer at all, and no seller is at fault.
  if (error instanceof DatabaseAway) throw error;
  log.error({ err: error, agentId }, "a seller broke while it was asked for products");
  return { reason: "malformed", message: "its answer could not be read" };
}

function failed(seller: ListedSeller, reason: IncompleteReason, message: string, tookMs: number): SellerAnswer {
  return {
    ...offererOf(seller),
    products: [],
    proposals: [],
    refinementsApplied: [],
    incomplete: [missing(seller, reason, message)],
    failed: true,
    tookMs,
  };
}

function missing(
  { agentId, name, storefrontId }: ListedSeller,
  reason: IncompleteReason,
  message: string,
  where: Pick<IncompleteAgent, "source" | "sourceId"> = { source: agentId },
): IncompleteAgent {
  return { agentId, agentName: name, storefrontId, ...where, reason, message: message.slice(0, MAX_MESSAGE) };
}

function offererOf({ agentId, name, storefrontId }: ListedSeller): Offerer {
  return { salesAgentId: agentId, salesAgentName: name, storefrontId };
}
