import type { z } from "zod";
import type { Context } from "../../../ground/kernel/context.ts";
import { BadRequest, Unavailable } from "../../../ground/kernel/errors.ts";
import { StateInvalid } from "./consent.ts";
import { consumeState, saveGrant, type TakenConsent } from "./finish-consent.ts";
import type { CallbackBody, ConnectedView } from "./schema.ts";
import type { OauthFailure } from "./server/oauth-failure.ts";
import type { Granted } from "./server/request-tokens.ts";

/**
 * Accepts the code and state that an agent without a browser passes on. Throws `StateInvalid` for a state that was not
 * issued to its key, as well as for a used one.
 */
export async function completeByKey(
  ctx: Context,
  agentId: string,
  { code, state, iss }: z.output<typeof CallbackBody>,
): Promise<TakenConsent> {
  const parameters = new URLSearchParams({ code, state, ...(iss !== undefined && { iss }) });
  const taken = await consumeState(ctx, { state, parameters, byKey: { userId: ctx.viewer.userId, agentId } });
  if (!taken) throw new StateInvalid();
  return taken;
}

/**
 * Throws `BadRequest` if the server refuses the code, and `Unavailable` if it cannot be reached. The state is used up
 * in either case.
 */
export async function connectByKey(
  ctx: Context,
  taken: TakenConsent,
  redeemed: Granted | OauthFailure,
): Promise<z.input<typeof ConnectedView>> {
  const { sourceName, credentialId } = taken.consent;
  const agentId = taken.byKey?.agentId ?? "";
  if (redeemed.kind === "failed")
    throw new Unavailable(
      `the authorization server of ${sourceName} did not answer as it should: begin again in a while`,
    );
  if (redeemed.kind !== "granted" || !(await saveGrant(ctx, taken, redeemed)))
    throw new BadRequest(
      `${sourceName} was not authorised: begin again with POST /agents/${agentId}/accounts/oauth/authorize`,
    );
  return { agentId, agentName: sourceName, credentialId: String(credentialId), status: "ACTIVE" };
}
