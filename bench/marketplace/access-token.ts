import { randomUUID } from "node:crypto";
import { importJWK, SignJWT } from "jose";
import type { Started } from "../../src/main/start.ts";
import { openSigningKeys } from "../../src/platform/authorization-server/index.ts";
import type { Bench } from "../scenario.ts";

/** An access token of an application that the buyer's administrator has connected, for one resource of the server under test. */
export async function accessTokenFor({ admin, inside, server, marketplace }: Bench, path: string): Promise<string> {
  const { customerId } = marketplace.buyer;
  const { issuer } = await (await fetch(`${server.origin}/.well-known/oauth-authorization-server`)).json();
  const found = await admin.query("select user_id from members where customer_id = $1 limit 1", [customerId]);
  const userId = Number(found.rows[0].user_id);
  const [applicationId, resource, scopes] = [`app_${randomUUID()}`, issuer + path, ["buyer:read"]];
  await admin.query(
    `insert into connected_applications
       (customer_id, application_id, user_id, grant_id, client_id, name, destination, resource, scopes, connected_at)
     values ($1, $2, $3, $2, 'bench', 'Bench', '127.0.0.1', $4, $5, now())`,
    [customerId, applicationId, userId, resource, scopes],
  );
  return signed(inside, { issuer, sub: `${customerId}.${userId}`, resource, scope: scopes.join(" "), applicationId });
}

interface Claims {
  readonly issuer: string;
  readonly sub: string;
  readonly resource: string;
  readonly scope: string;
  readonly applicationId: string;
}

async function signed({ host }: Started, { issuer, sub, resource, scope, applicationId }: Claims): Promise<string> {
  const [jwk] = (await openSigningKeys(host).current()).jwks;
  if (!jwk) throw new Error("the installation has no signing key");
  return new SignJWT({ scope, application_id: applicationId, client_id: "bench" })
    .setProtectedHeader({ alg: "ES256", typ: "at+jwt", kid: String(jwk.kid) })
    .setIssuer(issuer)
    .setSubject(sub)
    .setAudience(resource)
    .setIssuedAt()
    .setExpirationTime("15m")
    .sign(await importJWK(jwk, "ES256"));
}
