import { z } from "zod";
import { type CallContext, installationDb } from "../../../../ground/kernel/context.ts";
import { Unavailable } from "../../../../ground/kernel/errors.ts";
import { step } from "../../../../ground/kernel/step.ts";
import { AuthorizationServer } from "./authorization-server.ts";
import { type ClientPlace, type OauthClient, openClient, type Registration, sealSecret } from "./client.ts";
import { registerClient } from "./register-client.ts";
import { deleteClient, findClient, saveClient, saveClientSecret } from "./store.ts";

type OutboundContext = Pick<CallContext, "perform">;

/** Registrations belong to the installation, so their steps run for no customer. */
const NO_CUSTOMER = { customerId: 0 };

/** This installation's client at the server, registered first if necessary. Throws `BadRequest` and `Unavailable`. */
export async function clientAt(
  out: OutboundContext,
  server: AuthorizationServer,
  redirectUri: string,
): Promise<OauthClient> {
  const client = await out.perform(findOrRegister, { ...NO_CUSTOMER, server, redirectUri });
  if (!client)
    throw new Unavailable("the registration at the authorization server was lost in the meantime: try again");
  return client;
}

/** Deletes a client that its server no longer knows, so that the next request registers again. */
export async function dropClient(
  out: OutboundContext,
  { issuer, redirectUri }: ClientPlace,
  { clientId }: OauthClient,
): Promise<void> {
  await out.perform(drop, { ...NO_CUSTOMER, issuer, redirectUri, clientId });
}

/** Of two concurrent registrations, both callers use the first; the other remains unused at the server. */
const findOrRegister = step({
  name: "oauth.find-client",
  reach: "installation",
  input: z.object({ customerId: z.int(), server: AuthorizationServer, redirectUri: z.url() }),

  async claim({ server, redirectUri }, ctx) {
    const known = await findClient(installationDb(ctx), { issuer: server.issuer, redirectUri }, ctx.now);
    return { server, redirectUri, known: known && openClient(ctx.vault, known) };
  },

  async call({ server, redirectUri, known }, out): Promise<Registration | undefined> {
    return known ? undefined : registerClient(out, server, redirectUri);
  },

  async settle({ known }, registered, ctx): Promise<OauthClient | undefined> {
    if (!registered) return known;
    const db = installationDb(ctx);
    const number = await saveClient(db, registered, ctx.now);
    if (number === undefined) {
      const first = await findClient(db, registered, ctx.now);
      return first && openClient(ctx.vault, first);
    }
    if (registered.secret) await saveClientSecret(db, number, sealSecret(ctx.vault, number, registered.secret));
    return registered;
  },
});

const drop = step({
  name: "oauth.drop-client",
  reach: "installation",
  input: z.object({ customerId: z.int(), issuer: z.string(), redirectUri: z.string(), clientId: z.string() }),
  handle: (place, ctx) => deleteClient(installationDb(ctx), place),
});
