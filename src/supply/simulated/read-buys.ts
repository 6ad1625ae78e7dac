import { refusal, rejected } from "../../ground/seller-agent/implementing/refusal.ts";
import type {
  DeliveryAnswer,
  DeliveryRequest,
  MediaBuyList,
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

/** Every buy that is under way or waits for a decision, whoever asked for it. */
export async function listBuys(ledger: Ledger, currency: string, now: Date): Promise<MediaBuyList> {
  const book = await ledger.read();
  const mediaBuys = book.buys().flatMap((id) => {
    const entries = book.ofBuy(id);
    const [created] = entries;
    const buy = historyOf(entries).at(-1);
    if (!buy || created?.type !== "created") return [];
    const isOpen = !isDecided(buy, now);
    if (isOpen ? buy.canceled : OVER.has(statusOf(buy, now))) return [];
    const { start, end } = buy;
    const about = { currency, brandDomain: null, createdAt: null, start, end };
    // Nobody learns what will be decided.
    const undecided = isOpen ? { status: "pending_start" as const, taskId: created.taskId } : { taskId: null };
    return { ...toSellerMediaBuy(buy, now), ...about, ...undecided };
  });
  return { mediaBuys, hasUndecided: true };
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
