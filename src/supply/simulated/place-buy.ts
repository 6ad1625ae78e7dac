import { refusal, rejected } from "../../ground/seller-agent/implementing/refusal.ts";
import type { MediaBuyChange, MediaBuyOutcome, NewMediaBuy, SellerCall } from "../../ground/seller-agent/index.ts";
import { historyOf, toSellerMediaBuy } from "./buy.ts";
import { catalogueOf } from "./catalogue/catalogue.ts";
import { checkChange, refusalWhenOver } from "./check-change.ts";
import { checkNewBuy } from "./check-new-buy.ts";
import type { Book } from "./ledger/book.ts";
import { changedBy, createdBy, digestOfChange, digestOfNew, type Entry } from "./ledger/entry.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Simulation } from "./simulation.ts";
import { waiting } from "./waiting.ts";

/** Takes a new buy, once for its key. */
export async function placeBuy(
  simulation: Simulation,
  ledger: Ledger,
  request: NewMediaBuy,
  { now, buyer }: SellerCall,
): Promise<MediaBuyOutcome> {
  const book = await ledger.read();
  const digest = digestOfNew(request);
  // The key comes before the rules: a flight that was good when it was booked is no error when the request is repeated.
  if (book.withKey(request.idempotencyKey)) return outcomeOf(book, request.idempotencyKey, digest);
  const catalogue = catalogueOf(simulation);
  const errors = checkNewBuy(request, catalogue, now);
  if (errors.length > 0) return rejected(...errors);
  if (simulation.approval.mode === "reject") return rejected(refusal("POLICY_VIOLATION", simulation.approval.reason));
  const entry = createdBy(request, digest, { simulation, catalogue, buyer, at: now });
  return outcomeOf(await ledger.append(entry), request.idempotencyKey, digest);
}

/** Changes a buy, once for the change's key. */
export async function changeBuy(ledger: Ledger, change: MediaBuyChange, { now }: SellerCall): Promise<MediaBuyOutcome> {
  const book = await ledger.read();
  const digest = digestOfChange(change);
  if (book.withKey(change.idempotencyKey)) return outcomeOf(book, change.idempotencyKey, digest);
  const errors = checkChange(change, historyOf(book.ofBuy(change.mediaBuyId)), now);
  if (errors.length > 0) return rejected(...errors);
  return outcomeOf(await ledger.append(changedBy(change, digest, now)), change.idempotencyKey, digest);
}

/** The answer a key was first given: it is worked out from the ledger as it was then, so it never changes. */
function outcomeOf(book: Book, key: string, digest: string): MediaBuyOutcome {
  const entry = book.withKey(key);
  if (!entry) throw new Error(`the ledger lost the record ${key}`);
  if (entry.digest !== digest) {
    return rejected(refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"));
  }
  if (entry.type === "created" && entry.approval.mode === "manual") return waiting(entry.taskId);
  return outcomeAt(entry, book.ofBuy(entry.mediaBuyId));
}

function outcomeAt(entry: Entry, entries: readonly Entry[]): MediaBuyOutcome {
  const before = historyOf(entries.slice(0, entries.indexOf(entry))).at(-1);
  // Another process's cancellation can reach the ledger between the check of a change and its record.
  if (before?.canceled && entry.type === "changed") return rejected(refusalWhenOver(entry, "canceled"));
  const buy = historyOf(entries.slice(0, entries.indexOf(entry) + 1)).at(-1);
  if (!buy) throw new Error(`the ledger has no media buy ${entry.mediaBuyId}`);
  return { kind: "done", mediaBuy: toSellerMediaBuy(buy, entry.at) };
}
