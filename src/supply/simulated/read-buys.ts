import { refusal, rejected } from "../../ground/seller-agent/implementing/refusal.ts";
import type {
  DeliveryAnswer,
  DeliveryRequest,
  ListedMediaBuy,
  MediaBuyOutcome,
  MediaBuyStatus,
  SellerMediaBuy,
} from "../../ground/seller-agent/index.ts";
import { historyOf, isDecided, statusOf, toSellerMediaBuy } from "./buy.ts";
import { deliveryOf } from "./delivery.ts";
import type { Ledger } from "./ledger/ledger.ts";
import { waiting } from "./waiting.ts";

/** The buys there are among those asked after: one that is not decided on is none yet. */
export async function readBuys(ledger: Ledger, mediaBuyIds: readonly string[], now: Date): Promise<SellerMediaBuy[]> {
  const book = await ledger.read();
  const buys = mediaBuyIds.flatMap((id) => historyOf(book.ofBuy(id)).at(-1) ?? []);
  return buys.filter((buy) => isDecided(buy, now)).map((buy) => toSellerMediaBuy(buy, now));
}

/** Every buy that is under way, whoever bought it. */
export async function listBuys(ledger: Ledger, currency: string, now: Date): Promise<ListedMediaBuy[]> {
  const book = await ledger.read();
  const buys = book.buys().flatMap((id) => historyOf(book.ofBuy(id)).at(-1) ?? []);
  return buys
    .filter((buy) => isDecided(buy, now) && !OVER.has(statusOf(buy, now)))
    .map((buy) => {
      const { start, end } = buy;
      return { ...toSellerMediaBuy(buy, now), currency, brandDomain: null, createdAt: null, start, end };
    });
}

const OVER: ReadonlySet<MediaBuyStatus> = new Set(["completed", "rejected", "canceled"]);

/** The current state of a submitted buy; null if there is no such task. */
export async function readTask(ledger: Ledger, taskId: string, now: Date): Promise<MediaBuyOutcome | null> {
  const book = await ledger.read();
  const created = book.withTask(taskId);
  const buy = created && historyOf(book.ofBuy(created.mediaBuyId)).at(-1);
  if (!buy) return null;
  if (!isDecided(buy, now)) return waiting(taskId);
  if (buy.rejectReason !== null) return rejected(refusal("POLICY_VIOLATION", buy.rejectReason));
  return { kind: "done", mediaBuy: toSellerMediaBuy(buy, now) };
}

export async function readDelivery(
  ledger: Ledger,
  { mediaBuyIds, startDay, endDay }: DeliveryRequest,
  currency: string,
  now: Date,
): Promise<DeliveryAnswer> {
  const book = await ledger.read();
  const rows = mediaBuyIds.flatMap((id) => deliveryOf(historyOf(book.ofBuy(id)), startDay, endDay, now));
  return { timeZone: "UTC", currency, rows };
}
