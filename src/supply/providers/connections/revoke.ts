import type { CallContext, Context } from "../../../ground/kernel/context.ts";
import { adapterOf } from "../catalogue.ts";
import { runNow } from "../host/run-now.ts";
import { type Connection, openTokens, type Tokens } from "./connection.ts";
import { getOwnConnection } from "./read-connections.ts";
import { secretsOf, withApplication } from "./renew-connection.ts";

/** A connection that is about to be removed. It contains decrypted secrets, and exists only for one call. */
interface Held {
  readonly connection: Connection;
  readonly tokens: Tokens | undefined;
}

export async function readToRevoke(ctx: Context, connectionId: number): Promise<Held> {
  const { connection } = await getOwnConnection(ctx, connectionId);
  return { connection, tokens: openTokens(ctx.vault, connection) };
}

/** Revokes a consent at the platform, if the platform has a call for that. */
export async function revoke(out: CallContext, { connection, tokens }: Held): Promise<void> {
  const job = adapterOf(connection.provider)?.oauth?.revoke;
  if (!job || !tokens || connection.credentialKind !== "OAUTH") return;
  const revoked = await withApplication(out, connection.provider, secretsOf(tokens), (line) =>
    runNow(out, line, job, null, out.installation.sellerTimeoutMs),
  );
  if (!revoked.ok)
    out.log.warn({ provider: connection.provider, kind: revoked.error.kind }, "a consent was not revoked upstream");
}
