import { z } from "zod";
import { dispatch, nextAttemptAfter, type Outcome, POLICIES } from "../../ground/dispatch/index.ts";
import { after, DAY_MS, HOUR_MS } from "../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../ground/kernel/context.ts";
import { notify } from "../../platform/notifications/index.ts";
import { findStorefrontOf } from "../storefronts/index.ts";
import { agentUrlOf } from "./adagents/agent-url.ts";
import { type Verdict, verdictOf } from "./adagents/authorisation.ts";
import { readAdagents } from "./adagents/read-adagents.ts";
import type { CheckedPublisher } from "./publisher.ts";
import { lockPublisher, savePublisher } from "./store.ts";

const SAID_LASTS_MS = DAY_MS;
const SILENCE_LASTS_MS = HOUR_MS;

interface HeldPublisher extends CheckedPublisher {
  readonly customerId: number;
  readonly platformId: string;
}

/** Asks a publisher whether the storefront may sell for it. */
export const askPublisher = dispatch({
  name: "publishers.ask",
  input: { domain: z.string() },
  policy: POLICIES.publisher,
  async load({ customerId, domain }, { db }): Promise<HeldPublisher | undefined> {
    const storefront = await findStorefrontOf(db, customerId);
    if (!storefront || storefront.archivedAt) return undefined;
    const publisher = await lockPublisher(db, customerId, domain);
    return publisher && { ...publisher, customerId, platformId: storefront.platformId };
  },
  isOpen: () => true,
  async request(publisher, ctx) {
    const wall = wallOf(ctx);
    if (publisher.checkAt > wall) return { record: publisher, request: undefined };
    return { record: { ...publisher, checkAt: comingBack(publisher, wall) }, request: publisher };
  },
  save,
  async call({ domain, platformId }: HeldPublisher, out): Promise<Outcome<Verdict>> {
    const agentUrl = agentUrlOf(out.installation.publicUrl, platformId);
    const answer = verdictOf(await readAdagents(domain, out), { domain, agentUrl, wall: wallOf(out) });
    return { kind: "answered", answer };
  },
  async settle(publisher, result, ctx) {
    const wall = wallOf(ctx);
    if (result.kind !== "answered") return save({ ...publisher, checkAt: comingBack(publisher, wall) }, ctx);
    const { answer } = result;
    if (answer.authorizationStatus === "unauthorized" && publisher.authorizationStatus === "authorized")
      await notifyOfRefusal(ctx, publisher.domain);
    const checkAt = after(wall, answer.adagentsStatus === "error" ? SILENCE_LASTS_MS : SAID_LASTS_MS);
    return save({ ...publisher, ...answer, checkAt, lastSyncedAt: wall, attempts: 0 }, ctx);
  },
  answer: () => undefined,
});

function comingBack({ attempts }: HeldPublisher, wall: Date): Date {
  return nextAttemptAfter(POLICIES.publisher.backOff, attempts, wall);
}

async function save(publisher: HeldPublisher, { db }: Context): Promise<HeldPublisher> {
  await savePublisher(db, publisher.customerId, publisher);
  return publisher;
}

/**
 * Notifies the seller's people that a publisher no longer lets the storefront sell for it, because somebody has to talk
 * to the publisher.
 */
async function notifyOfRefusal(ctx: Context, domain: string): Promise<void> {
  const message = `${domain} no longer authorises your agent in its adagents.json: ask the publisher, or remove it`;
  await notify(ctx, { type: "publisher.unauthorized", resourceType: "PUBLISHER", resourceId: domain, message });
}
