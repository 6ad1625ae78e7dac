import { z } from "zod";
import { type CallContext, type Context, installationDb, wallOf } from "../../../ground/kernel/context.ts";
import { step } from "../../../ground/kernel/step.ts";
import { openClientSecret } from "../applications/application.ts";
import { findApplication } from "../applications/store.ts";
import { isSpent, openTokens } from "../connections/connection.ts";
import { findConnection } from "../connections/store.ts";
import { PROVIDERS, type Provider } from "../contract/provider.ts";
import type { Secrets } from "./fill.ts";

const readApplication = step({
  name: "providers.read-application",
  reach: "installation",
  reads: true,
  input: z.object({ customerId: z.int(), provider: z.enum(PROVIDERS) }),
  async handle({ provider }, ctx: Context) {
    const found = await findApplication(installationDb(ctx), provider);
    return (
      found && {
        clientId: found.clientId,
        clientSecret: openClientSecret(ctx.vault, found),
        settings: found.settings,
      }
    );
  },
});

const readTokens = step({
  name: "providers.read-tokens",
  reads: true,
  input: z.object({ customerId: z.int(), connectionId: z.int() }),
  async handle(place, ctx: Context) {
    const found = await findConnection(ctx.db, place);
    if (found?.status !== "CONNECTED") return undefined;
    const tokens = openTokens(ctx.vault, found);
    return tokens && { tokens, isSpent: isSpent(found, wallOf(ctx)), canRenew: tokens.refreshToken !== undefined };
  },
});

/** This installation's own secrets for a provider. Undefined if the provider requires an application and none is configured. */
export async function applicationSecrets(
  { perform }: Pick<CallContext, "perform">,
  provider: Provider,
): Promise<
  | { readonly secrets: Secrets; readonly clientId: string; readonly settings: Readonly<Record<string, string>> }
  | undefined
> {
  const found = await perform(readApplication, { customerId: 0, provider });
  if (!found) return undefined;
  const { clientId, clientSecret, settings } = found;
  return { secrets: { client_id: clientId, client_secret: clientSecret }, clientId, settings };
}

/** The secrets for a connection's token calls. Undefined if it is not connected. */
export async function connectionTokens(
  { perform }: Pick<CallContext, "perform">,
  place: { readonly customerId: number; readonly connectionId: number },
): Promise<{ readonly secrets: Secrets; readonly isSpent: boolean } | undefined> {
  const found = await perform(readTokens, place);
  if (!found) return undefined;
  const { accessToken, refreshToken } = found.tokens;
  return {
    isSpent: found.isSpent,
    secrets: { access_token: accessToken, ...(refreshToken !== undefined && { refresh_token: refreshToken }) },
  };
}
