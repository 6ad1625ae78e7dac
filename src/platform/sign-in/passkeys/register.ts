import type { RegistrationResponseJSON } from "@simplewebauthn/server";
import { type CallContext, wallOf } from "../../../ground/kernel/context.ts";
import { CHALLENGE_MS, newChallenge, type Purpose, readChallenge } from "./challenge.ts";
import { type Credential, PasskeyInvalid } from "./passkey.ts";
import { relyingPartyOf, userHandleOf } from "./relying-party.ts";
import { loadWebauthn } from "./webauthn.ts";

/** The person who registers a passkey, who is signed in, in a browser. */
export interface Registrant {
  readonly userId: number;
  readonly email: string;
  readonly sessionId: string;
}

/** EdDSA, ES256 and RS256, by their COSE numbers: the algorithms that authenticators have, and that Node verifies without experimental features. */
const ALGORITHMS = [-8, -7, -257];

type Registering = Pick<CallContext, "vault" | "random" | "installation" | "now" | "viewer">;

/**
 * The options with which a browser creates a passkey. It is discoverable and requires user verification (fingerprint, face or PIN), so it
 * identifies its person and provides two factors.
 */
export async function registrationOptions(
  { userId, email, sessionId }: Registrant,
  known: readonly Credential[],
  ctx: Registering,
) {
  const { rpId } = relyingPartyOf(ctx.installation.publicUrl);
  const challenge = newChallenge(purposeOf(sessionId), { ...ctx, wall: wallOf(ctx) });
  const { generateRegistrationOptions } = await loadWebauthn();
  return generateRegistrationOptions({
    rpName: rpId,
    rpID: rpId,
    userName: email,
    userID: Buffer.from(userHandleOf(userId, ctx.vault)),
    challenge,
    timeout: CHALLENGE_MS,
    attestationType: "none",
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ credentialId, transports }) => ({
      id: credentialId,
      transports: [...transports],
    })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** The passkey that the browser created, after checking that all of it is as requested. Throws `PasskeyInvalid`. */
export async function readRegistration(response: unknown, { sessionId }: Registrant, ctx: Registering) {
  const { rpId, origin } = relyingPartyOf(ctx.installation.publicUrl);
  const { verifyRegistrationResponse } = await loadWebauthn();
  let challenge: ReturnType<typeof readChallenge>;
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: (text) => {
      challenge = readChallenge(text, purposeOf(sessionId), { ...ctx, wall: wallOf(ctx) });
      return challenge !== undefined;
    },
    expectedOrigin: origin,
    expectedRPID: rpId,
    supportedAlgorithmIDs: ALGORITHMS,
    requireUserVerification: true,
  }).catch(refuse);
  if (!verified || !challenge) throw new PasskeyInvalid();
  const { credential, credentialBackedUp: synced } = registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString("base64url"),
    counter: credential.counter,
    transports: credential.transports ?? [],
    synced,
    challenge,
  };
}

/** The library throws for anything invalid that a client sends, and all of that gets the same answer. */
function refuse(): never {
  throw new PasskeyInvalid();
}

function purposeOf(sessionId: string): Purpose {
  return { kind: "register", bearer: sessionId };
}
