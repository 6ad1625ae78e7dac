import { createHash } from "node:crypto";
import { importJWK, type JWTPayload, jwtVerify } from "jose";
import { BoundedMap } from "../../ground/caches/index.ts";
import type { InstallationDb } from "../../ground/db/index.ts";
import { MINUTE_MS, SECOND_MS } from "../../ground/kernel/clock.ts";
import type { Host } from "../../ground/kernel/host.ts";
import type { Viewer } from "../../ground/kernel/viewer.ts";
import { findMemberOfAnyCustomer } from "../customers/index.ts";
import { type SignedInAs, signedInAs } from "./account-id.ts";
import { isApplicationConnectedOfAnyCustomer } from "./applications/store.ts";
import { type openSigningKeys, SIGNATURE } from "./signing-keys/signing-keys.ts";

export interface AccessTokens {
  /**
   * The person for whom this token acts at this resource, and with which scopes. Undefined if the token is not ours, has expired or is for
   * another resource, or if the person is no longer a member. `fresh` is set for writes, so that changed roles and terms apply immediately.
   */
  holderOf(token: string, resource: string, fresh: boolean): Promise<Viewer | undefined>;
}

/** The claims of a verified token. */
interface Claims {
  readonly member: SignedInAs;
  readonly audience: string;
  readonly scopes: readonly string[];
  readonly applicationId: string;
  readonly expiresAt: number;
}

/** Names the connected application to which a token was issued. */
export const APPLICATION_CLAIM = "application_id";

/** For this long, reads may use what is known about a member, as with a key. */
const TRUSTED_MS = 2 * SECOND_MS;
const MOST = 10_000;
/** A longer text cannot be one of our tokens, and is not parsed. */
const LONGEST = 4_096;

/** Whether the text looks like a JSON Web Token; it need not be one of ours. */
export function looksLikeAccessToken(text: string): boolean {
  return text.startsWith("eyJ") && text.length <= LONGEST;
}

type TokenContext = Pick<Host, "database" | "clock" | "installation">;

/** Verifies access tokens (RFC 9068). Each signature is verified once, for as long as its token is valid. */
export function openAccessTokens(
  { database, clock, installation }: TokenContext,
  keys: ReturnType<typeof openSigningKeys>,
): AccessTokens {
  const { publicUrl, termsVersion } = installation;
  const verified = new BoundedMap<string, Claims>(MOST);
  const members = new BoundedMap<string, { readonly viewer: Viewer; readonly until: number }>(MOST);

  const claimsOf = async (token: string): Promise<Claims | undefined> => {
    const digest = createHash("sha256").update(token).digest("base64");
    const known = verified.get(digest);
    if (known) return known;
    const claims = await verify(token, { issuer: publicUrl, keys, now: clock.now() });
    if (claims) verified.set(digest, claims);
    return claims;
  };

  return {
    async holderOf(token, resource, fresh) {
      if (!looksLikeAccessToken(token)) return undefined;
      const claims = await claimsOf(token);
      const now = clock.now().getTime();
      if (claims?.audience !== resource || claims.expiresAt <= now) return undefined;
      const { member, scopes, applicationId } = claims;
      const name = `${member.customerId}.${member.userId}.${applicationId}`;
      const cached = members.get(name);
      const isTrusted = !fresh && cached !== undefined && cached.until > now;
      const viewer = isTrusted
        ? cached.viewer
        : await database.readInstallation((db) => sessionStatusOf(db, claims, termsVersion));
      // A sandbox's clock may be advanced in another process, and a sponsor may decide between two requests, so these are not cached.
      if (viewer && !viewer.sandbox && !viewer.sponsorshipStatus)
        members.set(name, { viewer, until: now + TRUSTED_MS });
      return viewer && { ...viewer, scopes, applicationId };
    },
  };
}

/** Undefined unless the person is still a member, and the application is still connected. */
async function sessionStatusOf(
  db: InstallationDb,
  { member, applicationId }: Claims,
  termsVersion: string,
): Promise<Viewer | undefined> {
  const isConnected = await isApplicationConnectedOfAnyCustomer(db, member.customerId, applicationId);
  return isConnected ? findMemberOfAnyCustomer(db, member, termsVersion) : undefined;
}

interface Verification {
  readonly issuer: string;
  readonly keys: ReturnType<typeof openSigningKeys>;
  readonly now: Date;
}

async function verify(token: string, { issuer, keys, now }: Verification): Promise<Claims | undefined> {
  const { publicKeyOf } = await keys.current();
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid = "" }) => {
        const jwk = publicKeyOf(kid);
        if (!jwk) throw new Error("no key of ours");
        return importJWK(jwk, SIGNATURE);
      },
      { issuer, typ: "at+jwt", algorithms: [SIGNATURE], currentDate: now, maxTokenAge: (20 * MINUTE_MS) / SECOND_MS },
    );
    return claimsIn(payload);
  } catch {
    // Whatever is wrong with the token, the caller only learns that it is not valid.
    return undefined;
  }
}

function claimsIn({
  sub = "",
  aud,
  scope,
  exp = 0,
  [APPLICATION_CLAIM]: applicationId,
}: JWTPayload): Claims | undefined {
  const member = signedInAs(sub);
  if (!member || typeof aud !== "string" || typeof applicationId !== "string") return undefined;
  const scopes = typeof scope === "string" ? scope.split(" ").filter(Boolean) : [];
  return { member, audience: aud, scopes, applicationId, expiresAt: exp * SECOND_MS };
}
