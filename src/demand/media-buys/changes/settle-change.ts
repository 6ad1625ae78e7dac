import type { Result } from "../../../ground/dispatch/index.ts";
import type { MediaBuyOutcome, SellerMediaBuy } from "../../../ground/seller-agent/index.ts";
import { nextCheckOf } from "../checks/next-check.ts";
import type { MediaBuy } from "../media-buy.ts";
import { matched } from "../packages/package.ts";
import { errorOf } from "../refusal.ts";
import { type Change, stepChange } from "./change.ts";
import { afterChange } from "./change-of-buy.ts";

/** A change and its buy. */
export interface HeldChange extends Change {
  readonly buy: MediaBuy;
}

/** The change and its buy after the seller's answer. */
export function settleChange(held: HeldChange, result: Result<MediaBuyOutcome>, now: Date): HeldChange {
  switch (result.kind) {
    case "answered":
      return answered(held, result.answer, now);
    case "again":
      return { ...held, error: result.message };
    case "given_up":
      return suspecting(stepChange(held, "fail", result.message), now);
    case "lost":
      return suspecting(stepChange(held, "fail", `${result.message}, and may have made this change: ${ASK_ANEW}`), now);
  }
}

const ASK_ANEW = "check the media buy, and request the change again if it was not made";

function answered(held: HeldChange, answer: MediaBuyOutcome, now: Date): HeldChange {
  switch (answer.kind) {
    case "done":
      return stepChange({ ...held, buy: made(held, answer.mediaBuy, now) }, "make", null);
    case "submitted": {
      const error = answer.message ?? `${held.buy.salesAgentName} has to decide on it`;
      return { ...held, taskId: answer.taskId, attempts: 0, sentAt: null, error };
    }
    case "input_required":
      return stepChange(held, "refuse", answer.message);
    case "rejected":
      return suspecting(stepChange(held, "refuse", errorOf(answer.errors).message), now);
  }
}

function made({ buy, ...change }: HeldChange, said: SellerMediaBuy, now: Date): MediaBuy {
  const stands = afterChange(buy, change, now);
  const reported = {
    ...stands,
    sellerStatus: said.status,
    packages: matched(stands.packages, said.packages),
    updatedAt: now,
  };
  return { ...reported, nextCheckAt: nextCheckOf(reported, now) };
}

/** What we know of the buy may be wrong, so its status is polled immediately. */
function suspecting(held: HeldChange, now: Date): HeldChange {
  const { buy } = held;
  return buy.nextCheckAt === null ? held : { ...held, buy: { ...buy, nextCheckAt: now } };
}
