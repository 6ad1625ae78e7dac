import { z } from "zod";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { adapterOf } from "../catalogue.ts";
import type { Account } from "../contract/account.ts";
import { failed, fault, ok, type Result } from "../contract/provider-error.ts";
import type { Line } from "../host/carry-on.ts";
import { applicationSecrets, connectionTokens } from "../host/secrets.ts";
import type { Connection } from "./connection.ts";
import { endConnection } from "./end-connection.ts";
import { renewConnection } from "./renew-connection.ts";
import { lockConnection, saveConnection } from "./store.ts";

const ConnectionRef = z.object({ customerId: z.int(), connectionId: z.int() });

/** Marks a connection's token as expired, whatever its stated expiry, so that it is renewed. False unless connected. */
const expireToken = step({
  name: "providers.expire-token",
  input: ConnectionRef,
  async handle(place, ctx: Context): Promise<boolean> {
    const connection = await lockConnection(ctx.db, place);
    if (connection?.status !== "CONNECTED") return false;
    const wall = wallOf(ctx);
    await saveConnection(ctx.db, { ...connection, expiresAt: wall, renewAt: wall }, wall);
    return true;
  },
});

const endStep = step({
  name: "providers.end-connection",
  input: ConnectionRef,
  audit: { resource: "CONNECTION", idIn: "connectionId" },
  async handle(place, ctx: Context): Promise<void> {
    const connection = await lockConnection(ctx.db, place);
    if (connection?.status === "CONNECTED") await endConnection(ctx, connection);
  },
});

type LineTarget = Pick<Connection, "customerId" | "connectionId" | "provider">;

/**
 * The access to a platform through a connection, and possibly one of its accounts. It contains decrypted secrets, and
 * exists only for one call.
 */
export async function openLine(
  out: CallContext,
  { customerId, connectionId, provider }: LineTarget,
  account: Account | undefined,
  now: Date = out.now,
): Promise<Result<Line>> {
  const adapter = adapterOf(provider);
  if (!adapter) throw new Error(`there is no adapter for ${provider}`);
  const place = { customerId, connectionId };
  const application = await applicationSecrets(out, provider);
  if (!application && adapter.oauth)
    return failed(
      fault("setup_required", `the operator has to set up the application at ${adapter.describe.displayName}`),
    );
  let tokens = await connectionTokens(out, place);
  if (tokens?.isSpent && adapter.oauth?.refresh) {
    await out.perform(renewConnection, place);
    tokens = await connectionTokens(out, place);
  }
  if (!tokens) return failed(fault("auth_revoked", `${adapter.describe.displayName} is not connected`));
  const used = tokens.secrets;
  const line: Line = {
    adapter,
    secrets: { ...application?.secrets, ...used },
    counted: { clientId: application?.clientId ?? "", account: account?.externalAccountId ?? String(connectionId) },
    context: {
      now: now.toISOString(),
      settings: application?.settings ?? {},
      ...(account && { account }),
    },
    async renew() {
      const known = await connectionTokens(out, place);
      if (known && known.secrets.access_token !== used.access_token)
        return { ...application?.secrets, ...known.secrets };
      if (!adapter.oauth?.refresh) {
        await out.perform(endStep, place);
        return undefined;
      }
      if (await out.perform(expireToken, place)) await out.perform(renewConnection, place);
      const fresh = await connectionTokens(out, place);
      return fresh && fresh.secrets.access_token !== used.access_token
        ? { ...application?.secrets, ...fresh.secrets }
        : undefined;
    },
    async end() {
      await out.perform(endStep, place);
    },
  };
  return ok(line);
}
