import type { z } from "zod";
import { after, MINUTE_MS } from "../../../ground/kernel/clock.ts";
import type { Context } from "../../../ground/kernel/context.ts";
import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { newId } from "../../../ground/kernel/ids.ts";
import { subjectOfProduct } from "../avails/product.ts";
import type { ModularSource } from "../modular-source.ts";
import { listModules } from "../modules/store.ts";
import { type Booking, type Claim, DEFAULT_HOLD, LONGEST_HOLD } from "./booking.ts";
import { type Claimed, claimAvails } from "./claim-avails.ts";
import type { ReserveBody } from "./schema.ts";

export interface Reserved {
  readonly booking: Booking;
  /** Whether the same number of impressions was already held under the same key. */
  readonly replayed: boolean;
}

/** Holds impressions of one avail for a media buy, for the usual duration of a hold. */
export async function reserve(
  ctx: Context,
  source: ModularSource,
  asked: z.output<typeof ReserveBody>,
): Promise<Reserved> {
  const modules = await listModules(ctx.db, source);
  const ledger = modules.find(({ kind, status }) => kind === "BOOKING_LEDGER" && status !== "DISABLED");
  if (!ledger) throw new InvalidState("the source has no booking ledger: attach booking-ledger:v1");
  const { mediaBuyId, packageId = null, buyerCustomerId, requestedImpressions, holdMinutes } = asked;
  const configured = ledger.config.defaultHoldMinutes;
  const minutes = Math.min(holdMinutes ?? (typeof configured === "number" ? configured : DEFAULT_HOLD), LONGEST_HOLD);
  const claim: Claim = {
    bookingId: newId("booking", ctx.random),
    mediaBuyId,
    packageId,
    buyerCustomerId,
    availId: availOf(asked),
    requestedImpressions,
    expiresAt: after(ctx.now, minutes * MINUTE_MS),
    runsUntil: null,
    campaignName: null,
    advertiserName: null,
  };
  const claimed = await claimAvails(ctx.db, source, [claim], ctx.now);
  if (claimed.kind !== "held") throw refused(claimed);
  const [booking] = claimed.bookings;
  if (!booking) throw new Error("a hold was written down and is not there");
  return { booking, replayed: claimed.replayed };
}

/** A group is not an avail: its impressions have to be reserved avail by avail. */
function availOf({ availId, productId = "" }: z.output<typeof ReserveBody>): string {
  if (availId !== undefined) return availId;
  const subject = subjectOfProduct(productId);
  if (subject && "availId" in subject) return subject.availId;
  if (subject)
    throw new Invalid("productId: a group cannot be reserved as a whole: name one avail", { field: "productId" });
  throw new NotFound(`there is no product ${productId}`);
}

function refused(claimed: Exclude<Claimed, { readonly kind: "held" }>): Conflict | NotFound {
  const { availId } = claimed.claim;
  if (claimed.kind === "not_on_sale") return new NotFound(`there is no avail ${availId} on sale`);
  if (claimed.kind === "held_otherwise")
    return new Conflict(
      `${claimed.booking.requestedImpressions} impressions are held for this package already: release them first`,
      {
        details: { reason: "DIFFERENT_REQUEST", bookingId: claimed.booking.bookingId },
      },
    );
  const { availableImpressions } = claimed;
  return new Conflict(`only ${availableImpressions} impressions of ${availId} are free`, {
    details: { reason: "INSUFFICIENT_CAPACITY", availableImpressions },
  });
}
