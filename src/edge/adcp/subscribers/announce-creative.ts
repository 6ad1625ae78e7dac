import { createHash } from "node:crypto";
import { announceCreativeJob, type CreativeDecided } from "../../../ground/job-references/index.ts";
import { type Context, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { announce } from "../../../supply/callers/callbacks/index.ts";
import { findAccountOf } from "../../../supply/callers/index.ts";
import { listSubscribers, type Subscriber } from "../../../supply/callers/subscribers/index.ts";

const CHANGED = "creative.status_changed";
const PURGED = "creative.purged";

/** Notifies the subscribers of an account of a seller's decision on a creative. */
export const announceCreative = step({
  ...announceCreativeJob,

  async handle(transition, ctx): Promise<void> {
    const { customerId, storefrontId, principal } = transition;
    const owner = { storefrontId, principal };
    const account = await findAccountOf(ctx.db, customerId, owner, transition.account);
    if (!account) return;
    const { accountId } = account;
    const event = transition.purge ? PURGED : CHANGED;
    const kept = await listSubscribers(ctx.db, ctx.vault, { customerId, owner, accountIds: [accountId] });
    const addressed = (kept.get(accountId) ?? []).filter(
      ({ isActive, isProven, eventTypes }) => isActive && isProven && eventTypes.includes(event),
    );
    for (const subscriber of addressed) await notify(ctx, { transition, accountId, subscriber });
  },
});

interface CreativeAnnouncement {
  readonly transition: CreativeDecided;
  readonly accountId: string;
  readonly subscriber: Subscriber;
}

async function notify(ctx: Context, { transition, accountId, subscriber }: CreativeAnnouncement): Promise<void> {
  const { storefrontId, principal, creativeId, from, to, at, note, reason, purge } = transition;
  const { subscriberId, url, authentication } = subscriber;
  const notificationId = createHash("sha256")
    .update(JSON.stringify([accountId, creativeId, from, to, at, ...(purge ? [purge] : [])]))
    .digest("hex");
  const purged = purge && { purge_kind: purge, purged_at: at };
  await announce(ctx, {
    storefrontId,
    principal,
    creativeId,
    url,
    taskType: "notification",
    taskId: `${notificationId} ${subscriberId}`,
    secrets: { authentication },
    // AdCP 3.1, creative/creative-status-changed-webhook and creative/creative-purged-webhook.
    bodyOf: (eventId) => ({
      idempotency_key: eventId,
      notification_id: notificationId,
      notification_type: purge ? PURGED : CHANGED,
      fired_at: wallOf(ctx).toISOString(),
      subscriber_id: subscriberId,
      account_id: accountId,
      creative_id: creativeId,
      ...(purged ?? { transition: { from, to, observed_at: at } }),
      reason_code: reason ?? reasonOf(transition),
      ...(note && { reason_detail: note.slice(0, 500) }),
      initiator: "seller",
    }),
  });
}

function reasonOf({ from, to }: CreativeDecided): string {
  if (to === "approved") return "review_passed";
  if (to === "archived") return "seller_archive";
  if (to === "pending_review") return "seller_rereview";
  if (to === "suspended") return "identity_authorization_expired";
  return from === "approved" || from === "suspended" ? "policy_revocation" : "review_failure";
}
