import { refusal } from "../../ground/seller-agent/implementing/refusal.ts";
import {
  type CreativeOutcome,
  type CreativesToSync,
  type SellerCall,
  SellerRefused,
} from "../../ground/seller-agent/index.ts";
import { historyOf, isDecided } from "./buy.ts";
import { digestOfSync, type Entry, syncedBy } from "./ledger/entry.ts";
import type { Ledger } from "./ledger/ledger.ts";
import type { Simulation } from "./simulation.ts";

/** Puts creatives into the library for a buy, once for the key, and assigns them to its packages. */
export async function syncCreatives(
  { name, creativeRules }: Simulation,
  ledger: Ledger,
  request: CreativesToSync,
  { now }: SellerCall,
): Promise<CreativeOutcome[]> {
  if (!creativeRules.library)
    throw new SellerRefused(name, [refusal("UNSUPPORTED_FEATURE", "creatives come in the packages of a media buy")]);
  const { mediaBuyId, idempotencyKey } = request;
  const book = await ledger.read();
  const buy = historyOf(book.ofBuy(mediaBuyId)).at(-1);
  if (!buy || !isDecided(buy, now))
    throw new SellerRefused(name, [refusal("MEDIA_BUY_NOT_FOUND", `no media buy ${mediaBuyId}`, "media_buy_id")]);
  const known = book.withKey(idempotencyKey);
  if (known && known.digest !== digestOfSync(request))
    throw new SellerRefused(name, [
      refusal("IDEMPOTENCY_CONFLICT", "the key was used for another request", "idempotency_key"),
    ]);
  const entries = (known ? book : await ledger.append(syncedBy(request, now))).ofBuy(mediaBuyId);
  const before = entries.slice(
    0,
    entries.findIndex(({ key }) => key === idempotencyKey),
  );
  const approval = creativeRules.reviewHours > 0 ? "pending_review" : "approved";
  return request.creatives.map(({ creativeId }) => {
    return { creativeId, outcome: holds(before, creativeId) ? "updated" : "created", approval, message: null };
  });
}

function holds(entries: readonly Entry[], creativeId: string): boolean {
  return entries.some((entry) => entry.type === "synced" && entry.creativeIds.includes(creativeId));
}
