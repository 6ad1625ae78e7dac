import * as oauth from "openid-client";
import { z } from "zod";
import { dispatch, nextAttemptAfter, type Outcome, POLICIES } from "../../../../ground/dispatch/index.ts";
import { after, SECOND_MS } from "../../../../ground/kernel/clock.ts";
import { type Context, wallOf } from "../../../../ground/kernel/context.ts";
import { notify } from "../../../../platform/notifications/index.ts";
import type { OauthFailure } from "../server/oauth-failure.ts";
import { type Granted, requestTokens } from "../server/request-tokens.ts";
import { type Grant, isDue, openTokens, renewAtFor, sealTokens, type Tokens } from "./grant.ts";
import { deleteGrant, lockGrant, saveCredentialStatus, saveGrant } from "./store.ts";

interface RenewalRequest {
  readonly grant: Grant;
  readonly tokens: Tokens;
}

/**
 * Renews a grant when it is due, with only one worker at a time. Some servers issue a new refresh token at each use,
 * and would take a second use of the same token for theft (RFC 9700 §4.14.2).
 */
export const renewGrant = dispatch({
  name: "oauth.renew-grant",
  input: { credentialId: z.int() },
  policy: POLICIES.renewal,
  audit: { resource: "CREDENTIAL", idIn: "credentialId" },
  load: (place, { db }): Promise<Grant | undefined> => lockGrant(db, place),
  isOpen: () => true,
  async request(grant, ctx) {
    const request = isDue(grant, wallOf(ctx)) ? { grant, tokens: openTokens(ctx.vault, grant) } : undefined;
    return { record: grant, request: request satisfies RenewalRequest | undefined };
  },
  save,
  async call({ grant, tokens }: RenewalRequest, out): Promise<Outcome<Granted | OauthFailure>> {
    const { refreshToken } = tokens;
    if (refreshToken === undefined) return { kind: "answered", answer: { kind: "refused", code: "no refresh token" } };
    const asked = await requestTokens(out, grant, (configuration) =>
      oauth.refreshTokenGrant(configuration, refreshToken, { resource: grant.resource }),
    );
    return asked.kind === "failed" ? { kind: "unknown", message: asked.code } : { kind: "answered", answer: asked };
  },
  async settle(grant, result, ctx) {
    if (result.kind !== "answered") return putOff(ctx, grant);
    return result.answer.kind === "granted" ? renewed(ctx, grant, result.answer) : endGrant(ctx, grant);
  },
  answer: () => undefined,
});

async function save(grant: Grant, ctx: Context): Promise<Grant> {
  await saveGrant(ctx.db, grant, wallOf(ctx));
  return grant;
}

async function renewed(ctx: Context, grant: Grant, { tokens: fresh, expiresIn }: Granted): Promise<Grant> {
  const wall = wallOf(ctx);
  const tokens = { ...openTokens(ctx.vault, grant), ...fresh };
  const expiresAt = expiresIn === undefined ? null : after(wall, expiresIn * SECOND_MS);
  const renewAt = renewAtFor(expiresAt, tokens, wall);
  return save({ ...grant, sealed: sealTokens(ctx.vault, grant, tokens), expiresAt, renewAt, attempts: 0 }, ctx);
}

async function putOff(ctx: Context, grant: Grant): Promise<Grant> {
  return save({ ...grant, renewAt: nextAttemptAfter(POLICIES.renewal.backOff, grant.attempts, wallOf(ctx)) }, ctx);
}

/** The server no longer accepts the refresh token (`invalid_grant`, RFC 6749 §5.2), so only a new consent helps. */
async function endGrant(ctx: Context, grant: Grant): Promise<Grant> {
  const statusReason = `${grant.sourceName} no longer accepts the consent that you gave: authorise this account again`;
  await deleteGrant(ctx.db, grant);
  await saveCredentialStatus(ctx.db, grant, { step: "shut", statusReason }, ctx.now);
  await notify(ctx, {
    type: "credential.action_required",
    resourceType: "CREDENTIAL",
    resourceId: String(grant.credentialId),
    message: statusReason,
  });
  return grant;
}
