import { z } from "zod";
import { dispatch, nextAttemptAfter, type Outcome, POLICIES } from "../../../ground/dispatch/index.ts";
import { after, DAY_MS } from "../../../ground/kernel/clock.ts";
import { type CallContext, type Context, wallOf } from "../../../ground/kernel/context.ts";
import type { Agenda } from "../../../ground/kernel/step.ts";
import { adapterOf } from "../catalogue.ts";
import type { Grant } from "../contract/oauth.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { REMEDY } from "../contract/provider-error.ts";
import type { Secrets } from "../host/fill.ts";
import { runNow } from "../host/run-now.ts";
import { applicationSecrets } from "../host/secrets.ts";
import { type Connection, isSpent, openTokens, sealTokens, type Tokens, timesOf } from "./connection.ts";
import { endConnection } from "./end-connection.ts";
import { listDueOfAllCustomers, lockConnection, saveConnection } from "./store.ts";

type Answer =
  | { readonly kind: "granted"; readonly grant: Grant }
  | { readonly kind: "refused"; readonly error: ProviderError };

interface RenewalRequest {
  readonly connection: Connection;
  readonly tokens: Tokens;
}

/**
 * Renews a connection's token, with only one worker at a time, and stores a rotated refresh token before anybody uses
 * the new access token. It is due at the row's renew_at, which is moved forward if the provider no longer accepts a
 * token.
 */
export const renewConnection = dispatch({
  name: "providers.renew-connection",
  input: { connectionId: z.int() },
  policy: POLICIES.providerRenewal,
  audit: { resource: "CONNECTION", idIn: "connectionId" },
  load: (place, { db }) => lockConnection(db, place),
  isOpen: ({ status, credentialKind }) => status === "CONNECTED" && credentialKind === "OAUTH",
  async request(connection, ctx) {
    const tokens = openTokens(ctx.vault, connection);
    const isDue =
      isSpent(connection, wallOf(ctx)) || (connection.renewAt !== null && connection.renewAt <= wallOf(ctx));
    return {
      record: connection,
      request: tokens && isDue ? ({ connection, tokens } satisfies RenewalRequest) : undefined,
    };
  },
  save,
  async call({ connection, tokens }: RenewalRequest, out, { timeoutMs }): Promise<Outcome<Answer>> {
    const { oauth } = adapterOf(connection.provider) ?? {};
    if (!oauth?.refresh) return { kind: "answered", answer: { kind: "refused", error: NO_RENEWAL } };
    const granted = await tokenCall(out, connection, tokens, oauth.refresh, timeoutMs);
    if (granted.ok) return { kind: "answered", answer: { kind: "granted", grant: granted.value } };
    const remedy = REMEDY[granted.error.kind];
    if (remedy === "again" || remedy === "unknown") return { kind: "unknown", message: granted.error.message };
    return { kind: "answered", answer: { kind: "refused", error: granted.error } };
  },
  async settle(connection, result, ctx) {
    if (result.kind !== "answered")
      return save(
        {
          ...connection,
          renewAt: nextAttemptAfter(POLICIES.providerRenewal.backOff, connection.attempts, wallOf(ctx)),
        },
        ctx,
      );
    if (result.answer.kind === "refused") return endConnection(ctx, connection);
    return saveRenewed(ctx, connection, result.answer.grant);
  },
  answer: ({ status }) => status === "CONNECTED",
});

const NO_RENEWAL: ProviderError = { kind: "auth_revoked", message: "its tokens are not renewed", provider: {} };

function tokenCall(
  out: CallContext,
  { provider }: Connection,
  tokens: Tokens,
  job: NonNullable<NonNullable<ReturnType<typeof adapterOf>>["oauth"]>["exchange"],
  timeoutMs: number,
) {
  return withApplication(out, provider, secretsOf(tokens), (line) => runNow(out, line, job, null, timeoutMs));
}

export function secretsOf({ accessToken, refreshToken }: Tokens): Secrets {
  return { access_token: accessToken, ...(refreshToken !== undefined && { refresh_token: refreshToken }) };
}

/** Runs work with this installation's own secrets, and without a connection to renew or end. */
export async function withApplication<T>(
  out: CallContext,
  provider: Connection["provider"],
  more: Secrets,
  work: (line: Parameters<typeof runNow>[1]) => Promise<T>,
): Promise<T> {
  const adapter = adapterOf(provider);
  if (!adapter) throw new Error(`there is no adapter for ${provider}`);
  const application = await applicationSecrets(out, provider);
  return work({
    adapter,
    secrets: { ...application?.secrets, ...more },
    counted: { clientId: application?.clientId ?? "", account: "" },
    context: { now: out.now.toISOString(), settings: application?.settings ?? {} },
    renew: async () => undefined,
    end: async () => undefined,
  });
}

async function save(connection: Connection, ctx: Context): Promise<Connection> {
  await saveConnection(ctx.db, connection, wallOf(ctx));
  return connection;
}

async function saveRenewed(ctx: Context, connection: Connection, grant: Grant): Promise<Connection> {
  const wall = wallOf(ctx);
  const before = openTokens(ctx.vault, connection);
  const refreshToken = grant.refreshToken ?? before?.refreshToken;
  const tokens = { accessToken: grant.accessToken, ...(refreshToken !== undefined && { refreshToken }) };
  const { oauth } = adapterOf(connection.provider) ?? {};
  const life = { consentLifeSeconds: oauth?.consentLifeSeconds ?? null, canRefresh: oauth?.refresh !== undefined };
  const times = timesOf(grant, life, wall, connection);
  const moved = times.reauthoriseBy?.getTime() !== connection.reauthoriseBy?.getTime();
  return save(
    {
      ...connection,
      ...times,
      sealed: sealTokens(ctx.vault, connection, tokens),
      attempts: 0,
      lastRefreshedAt: wall,
      // If the consent was extended, its new end is announced again.
      remindedDays: moved && reachesBeyond(times.reauthoriseBy, wall) ? null : connection.remindedDays,
    },
    ctx,
  );
}

function reachesBeyond(end: Date | null, wall: Date): boolean {
  return end === null || end > after(wall, 60 * DAY_MS);
}

/** Platforms live in wall-clock time, so advancing a customer's clock never makes a renewal due. */
export const renewalAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...input }) => ({
      at,
      step: renewConnection,
      input,
      subject: `platform connection ${input.connectionId}`,
    }));
  },
};
