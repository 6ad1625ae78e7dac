import type { Context } from "../../../ground/kernel/context.ts";
import type { BuyerOfStorefront } from "../../orders/creatives/index.ts";
import type { SellerSide } from "../../orders/index.ts";
import { showLater } from "../showings/show-order.ts";
import { listOrdersShowing, openShowings } from "../showings/store.ts";
import { archive } from "./add-creatives.ts";
import type { CreativeStatus, LibraryCreative } from "./library-creative.ts";
import { notifyAccount } from "./notify-account.ts";
import { decideCreative, findTrial, lockLibrary } from "./store.ts";

/** The statuses that each status may be forced into (AdCP 3.1, creative-status). */
const NEXT: Readonly<Record<CreativeStatus, readonly CreativeStatus[]>> = {
  pending_review: ["approved", "rejected"],
  approved: ["pending_review", "suspended", "rejected", "archived"],
  suspended: ["approved", "rejected"],
  rejected: ["pending_review"],
  archived: ["approved"],
};

interface Forced {
  /** Undefined if the requested status is not one of a library's. */
  readonly standing: CreativeStatus | undefined;
  /** AdCP's code for the reason; absent if the previous status implies it. */
  readonly reason?: string | undefined;
  /** The reason, as the buyer wants it reported. */
  readonly note: string | null;
}

export interface ForcedCreative {
  readonly before: CreativeStatus;
  /** Whether the storefront's people have to review it, so that no buyer can decide in their place. */
  readonly isUnderReview: boolean;
  readonly done: boolean;
}

/** Sets the status of a creative in a buyer's sandbox account as the buyer asks; undefined if the creative is live or missing. */
export function forceCreative(
  side: SellerSide,
  buyer: BuyerOfStorefront,
  creativeId: string,
  forced: Forced,
): Promise<ForcedCreative | undefined> {
  return side.write(async (ctx) => {
    const { db, viewer } = ctx;
    const asked = await findTrial(db, viewer.customerId, buyer, creativeId);
    if (!asked) return undefined;
    await lockLibrary(db, viewer.customerId, asked.creative);
    // Before we got the lock, its previous holder may have sent other content or decided.
    const { creative, isUnderReview } = (await findTrial(db, viewer.customerId, buyer, creativeId)) ?? asked;
    const before = creative.standing;
    const isSame = before === forced.standing;
    const { standing, note, reason } = forced;
    const next = isUnderReview ? undefined : NEXT[before].find((one) => one === standing);
    if (next) await setStatus(ctx, creative, { standing: next, note, reason });
    return { before, isUnderReview, done: isSame || next !== undefined };
  });
}

async function setStatus(
  ctx: Context,
  creative: LibraryCreative,
  { standing, note, reason }: Forced & { readonly standing: CreativeStatus },
): Promise<void> {
  const { db, viewer, now } = ctx;
  const { customerId } = viewer;
  const { libraryCreativeId } = creative;
  const orderIds = await listOrdersShowing(db, customerId, [libraryCreativeId]);
  if (standing === "archived") await archive(ctx, [libraryCreativeId]);
  else await decideCreative(db, customerId, libraryCreativeId, { standing, note }, now);
  await notifyAccount(ctx, creative, { standing, note, reason });
  await openShowings(db, customerId, orderIds);
  for (const orderId of orderIds) await showLater(ctx, orderId, 0);
}
