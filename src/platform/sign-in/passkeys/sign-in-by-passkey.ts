import type { AuthenticationResponseJSON, VerifiedAuthenticationResponse } from "@simplewebauthn/server";
import { type Context, installationDb } from "../../../ground/kernel/context.ts";
import type { Host } from "../../../ground/kernel/host.ts";
import { findMemberOfAnyCustomer } from "../../customers/index.ts";
import { type OpenedSession, openSession, type SigningIn } from "../sessions/index.ts";
import { findFirstSeatOfAnyCustomer } from "../store.ts";
import { CHALLENGE_MS, newChallenge, type Purpose, readChallenge } from "./challenge.ts";
import { type Credential, type Passkey, PasskeyInvalid } from "./passkey.ts";
import { relyingPartyOf, userHandleOf } from "./relying-party.ts";
import { findPasskeyOfInstallation, recordPasskeyOfInstallation, spendChallengeOfInstallation } from "./store.ts";
import { loadWebauthn } from "./webauthn.ts";

/** The options with which a browser requests a passkey. They name no passkeys, so they do not reveal who has one. */
export async function signInOptions(browser: string, { vault, random, clock, installation }: Host) {
  const { rpId } = relyingPartyOf(installation.publicUrl);
  const challenge = newChallenge(purposeOf(browser), { vault, random, wall: clock.now() });
  const { generateAuthenticationOptions } = await loadWebauthn();
  return generateAuthenticationOptions({
    rpID: rpId,
    challenge,
    timeout: CHALLENGE_MS,
    userVerification: "required",
  });
}

/**
 * Signs in the person whose passkey signed the challenge, once, for this browser and at this origin. Needs a transaction that sees the
 * whole installation. Throws `PasskeyInvalid`.
 */
export async function signInByPasskey(
  ctx: Context,
  answer: string,
  browser: string,
  signingIn: SigningIn,
): Promise<OpenedSession> {
  const db = installationDb(ctx);
  const response = responseIn(answer);
  const passkey = await findPasskeyOfInstallation(db, response.id);
  const isTheirs = response.response.userHandle === handleOf(passkey, ctx);
  if (!passkey || !isTheirs) throw new PasskeyInvalid();
  const { challenge, newCounter } = await verified(response, passkey, browser, ctx);
  if (!(await spendChallengeOfInstallation(db, challenge))) throw new PasskeyInvalid();
  const { passkeyId, userId } = passkey;
  if (!(await recordPasskeyOfInstallation(db, { passkeyId, counter: newCounter }, ctx.now))) throw new PasskeyInvalid();
  const seat = await findFirstSeatOfAnyCustomer(db, userId);
  const member = seat && (await findMemberOfAnyCustomer(db, seat, ctx.installation.termsVersion));
  // The person no longer belongs to any organisation.
  if (!seat || !member) throw new PasskeyInvalid();
  const session = await openSession(ctx, seat, signingIn);
  const change = { operation: "signInByPasskey", action: "EXECUTE", resourceType: "SIGN_IN" } as const;
  const viewer = { ...member, sessionId: session.sessionId };
  await ctx.audit({ ...change, viewer, resourceId: String(userId) });
  return session;
}

async function verified(
  response: AuthenticationResponseJSON,
  { credentialId, publicKey, counter }: Credential,
  browser: string,
  { vault, now: wall, installation }: Context,
) {
  const { rpId, origin } = relyingPartyOf(installation.publicUrl);
  const { verifyAuthenticationResponse } = await loadWebauthn();
  let challenge: ReturnType<typeof readChallenge>;
  const result = await verifyAuthenticationResponse({
    response,
    expectedChallenge: (text) => {
      challenge = readChallenge(text, purposeOf(browser), { vault, wall });
      return challenge !== undefined;
    },
    expectedOrigin: origin,
    expectedRPID: rpId,
    credential: { id: credentialId, publicKey: Buffer.from(publicKey, "base64url"), counter },
    requireUserVerification: true,
  }).catch((): VerifiedAuthenticationResponse | undefined => undefined);
  if (!result?.verified || !challenge) throw new PasskeyInvalid();
  return { challenge, newCounter: result.authenticationInfo.newCounter };
}

function handleOf(passkey: Passkey | undefined, { vault }: Pick<Context, "vault">): string | undefined {
  return passkey && Buffer.from(userHandleOf(passkey.userId, vault)).toString("base64url");
}

/** Throws `PasskeyInvalid` if the text is not an answer by a browser; the library parses the rest. */
function responseIn(answer: string): AuthenticationResponseJSON {
  try {
    const response = JSON.parse(answer) as Partial<AuthenticationResponseJSON> | null;
    if (typeof response?.id === "string" && typeof response.response === "object" && response.response !== null)
      return response as AuthenticationResponseJSON;
  } catch {
    // Invalid answers are refused below.
  }
  throw new PasskeyInvalid();
}

function purposeOf(bearer: string): Purpose {
  return { kind: "sign_in", bearer };
}
