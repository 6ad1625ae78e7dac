import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { type CallContext, type Context, wallOf } from "../../../../ground/kernel/context.ts";
import { step } from "../../../../ground/kernel/step.ts";
import { SellerUnreachable } from "../../../../ground/seller-agent/index.ts";
import { type Grant, isDue, isHeld, isSpent, openTokens } from "./grant.ts";
import { renewGrant } from "./renew-grant.ts";
import { findGrant } from "./store.ts";

type GrantRef = Pick<Grant, "customerId" | "credentialId">;

/** Undefined if the consent has ended; otherwise the token, or what to do about one that has expired. */
type Found = { readonly token: string } | { readonly spent: "renew" | "wait" | "later" } | undefined;

/** Reads tokens in their buyer's own tenant, whoever runs the step. */
const readAccessToken = step({
  name: "oauth.read-access-token",
  reads: true,
  input: z.object({ customerId: z.int(), credentialId: z.int() }),
  async handle(place, ctx: Context): Promise<Found> {
    const wall = wallOf(ctx);
    const grant = await findGrant(ctx.db, place);
    if (!grant) return undefined;
    if (!isSpent(grant, wall)) return { token: openTokens(ctx.vault, grant).accessToken };
    if (isDue(grant, wall)) return { spent: "renew" };
    return { spent: isHeld(grant, wall) ? "wait" : "later" };
  },
});

type OutboundContext = Pick<CallContext, "perform" | "installation">;

const PAUSE_MS = 100;

/**
 * The access token to send for a credential by consent. An expired token is renewed first, once for all concurrent
 * callers, while the others wait. Throws `SellerUnreachable`, with `unauthorized` if only a new consent helps.
 */
export async function accessTokenOf(out: OutboundContext, { customerId, credentialId }: GrantRef): Promise<string> {
  const place = { customerId, credentialId };
  for (let waitedMs = 0; waitedMs < out.installation.sellerTimeoutMs; waitedMs += PAUSE_MS) {
    const found = await out.perform(readAccessToken, place);
    if (!found) throw unreachable("unauthorized", "the consent that it was given has ended");
    if ("token" in found) return found.token;
    if (found.spent === "later") break;
    if (found.spent === "renew") await out.perform(renewGrant, place);
    else await sleep(PAUSE_MS);
  }
  throw unreachable("unreachable", "its tokens cannot be renewed now");
}

function unreachable(reason: SellerUnreachable["reason"], message: string): SellerUnreachable {
  return new SellerUnreachable("the authorization server", reason, message);
}
