import * as oauth from "openid-client";
import { z } from "zod";
import { after, SECOND_MS } from "../../../../ground/kernel/clock.ts";
import { type Context, type Installation, wallOf } from "../../../../ground/kernel/context.ts";
import { step } from "../../../../ground/kernel/step.ts";
import { notify } from "../../../../platform/notifications/index.ts";
import { askForTokens, type Granted } from "../server/ask-for-tokens.ts";
import type { OauthFailure } from "../server/oauth-failure.ts";
import { type Grant, isDue, openTokens, renewAtFor, retryAtFor, sealTokens, type Tokens } from "./grant.ts";
import { deleteGrant, holdGrant, lockGrant, saveGrant, standCredential } from "./store.ts";

interface Held {
  readonly grant: Grant;
  readonly tokens: Tokens;
}

/**
 * Renews a grant whose time has come, one worker at a time: a server that hands out a new refresh token each time would
 * take two that come with the same one for a thief and his victim (RFC 9700 §4.14.2).
 */
export const renewGrant = step({
  name: "oauth.renew-grant",
  input: z.object({ customerId: z.int(), credentialId: z.int() }),
  audit: { resource: "CREDENTIAL", idIn: "credentialId" },

  async claim(place, ctx): Promise<Held | undefined> {
    const grant = await lockGrant(ctx.db, place);
    const wall = wallOf(ctx);
    if (!grant || !isDue(grant, wall)) return undefined;
    const leaseUntil = after(wall, longestMs(ctx.installation));
    await holdGrant(ctx.db, place, leaseUntil);
    return { grant: { ...grant, leaseUntil }, tokens: openTokens(ctx.vault, grant) };
  },

  async call({ grant, tokens }, out): Promise<Granted | OauthFailure> {
    const { refreshToken } = tokens;
    if (refreshToken === undefined) return { kind: "refused", code: "no refresh token" };
    return askForTokens(out, grant, (configuration) =>
      oauth.refreshTokenGrant(configuration, refreshToken, { resource: grant.resource }),
    );
  },

  async settle({ grant, tokens }, asked, ctx): Promise<void> {
    const now = await lockGrant(ctx.db, grant);
    // Whoever consented anew meanwhile, or found the lease over, knows better.
    if (now?.leaseUntil?.getTime() !== grant.leaseUntil?.getTime()) return;
    if (asked.kind === "granted") await renewed(ctx, grant, { ...tokens, ...asked.tokens }, asked.expiresIn);
    else if (asked.kind === "failed") await putOff(ctx, grant);
    else await endGrant(ctx, grant);
  },
});

async function renewed(ctx: Context, grant: Grant, tokens: Tokens, expiresIn: number | undefined): Promise<void> {
  const wall = wallOf(ctx);
  const expiresAt = expiresIn === undefined ? null : after(wall, expiresIn * SECOND_MS);
  const renewAt = renewAtFor(expiresAt, tokens, wall);
  const sealed = sealTokens(ctx.vault, grant, tokens);
  await saveGrant(ctx.db, { ...grant, sealed, expiresAt, renewAt, leaseUntil: null, failures: 0 }, wall);
}

async function putOff(ctx: Context, grant: Grant): Promise<void> {
  const wall = wallOf(ctx);
  const renewAt = retryAtFor(grant.failures, wall);
  await saveGrant(ctx.db, { ...grant, renewAt, leaseUntil: null, failures: grant.failures + 1 }, wall);
}

/** The server takes the refresh token no more (`invalid_grant`, RFC 6749 §5.2): nothing but a new consent helps. */
async function endGrant(ctx: Context, grant: Grant): Promise<void> {
  const statusReason = `${grant.sourceName} no longer accepts the consent that you gave: authorise this account again`;
  await deleteGrant(ctx.db, grant);
  await standCredential(ctx.db, grant, { status: "PENDING", statusReason }, ctx.now);
  await notify(ctx, {
    type: "credential.action_required",
    resourceType: "CREDENTIAL",
    resourceId: String(grant.credentialId),
    message: statusReason,
  });
}

/** Metadata from up to three places, a registration and the tokens, each as slow as a call may be; and something over. */
function longestMs({ sellerTimeoutMs }: Pick<Installation, "sellerTimeoutMs">): number {
  return 5 * sellerTimeoutMs + 30 * SECOND_MS;
}
