import { verify } from "node:crypto";
import { after, SECOND_MS } from "../kernel/clock.ts";
import { isDigestOf } from "./content-digest.ts";
import { dictionaryIn, readSignature, type Signature } from "./signature-input.ts";
import { SignatureRefused } from "./signature-refused.ts";
import { headerOf, type Message, malformed, refuseForeignScript, signatureBase } from "./signed-message.ts";
import {
  type Algorithm,
  fitsAlgorithm,
  isAlgorithm,
  isForRequests,
  publicKeyOf,
  type SigningKey,
} from "./signing-key.ts";

/** The owner of a key id, and the key. */
export interface Signer {
  readonly key: SigningKey;
  readonly isRevoked: boolean;
  /** This signer's signatures must cover the bodies of its requests, even where others need not. */
  readonly coversBodies?: boolean;
}

export interface Verifying<S extends Signer> {
  /** In real time. */
  readonly now: Date;
  /** Whether the signature must cover the body, must not cover it, or may. */
  readonly digest: "required" | "forbidden" | "either";
  signerOf(keyId: string): Promise<S | undefined>;
  /** Whether so many nonces of the signer are stored that it has to wait until some of them expire. */
  hasTooMany?(signer: S): Promise<boolean>;
  /** Stores the nonce until the given time; false if it was used before. */
  takeNonce(signer: S, nonce: string, until: Date): Promise<boolean>;
}

const TAG = "adcp/request-signing/v1";
const COVERED = ["@method", "@target-uri", "@authority"];
const LONGEST_SECONDS = 300;
/** The maximum difference between the two clocks. */
const SKEW_SECONDS = 60;
/** The time from the earliest moment at which a signature is valid to the last; clocks are read in whole seconds. */
const TAKEN_FOR_SECONDS = LONGEST_SECONDS + 2 * SKEW_SECONDS + 1;
/** How long a nonce is stored. */
export const NONCE_KEPT_MS = TAKEN_FOR_SECONDS * SECOND_MS;
const LONGEST_NONCE = 255;

/**
 * Returns who signed the request; undefined if it is not signed. Performs AdCP 3.1's checks (Verifier checklist for requests) from the
 * cheapest to the most expensive, and records the nonce last. Throws `SignatureRefused`.
 */
export async function verifyRequest<S extends Signer>(
  message: Message,
  verifying: Verifying<S>,
): Promise<S | undefined> {
  const [input, signed] = [headerOf(message, "signature-input"), headerOf(message, "signature")];
  if (input === undefined && signed === undefined) return undefined;
  if (input === undefined || signed === undefined)
    throw malformed("Signature and Signature-Input must be sent together");
  const signature = complete(readSignature(input, signed));
  refuseForeignScript(message.url);
  refuseAmbiguous(message, signature);
  if (signature.tag !== TAG) throw new SignatureRefused("tag_invalid", `the signature's tag must be ${TAG}`);
  const { alg } = signature;
  if (!isAlgorithm(alg))
    throw new SignatureRefused("alg_not_allowed", "the signature's alg must be ed25519 or ecdsa-p256-sha256");
  checkWindow(signature, verifying.now);
  checkComponents(signature, message, verifying.digest);
  const signer = await signerOf(signature, alg, verifying);
  if (signer.coversBodies) checkComponents(signature, message, "required");
  if (await verifying.hasTooMany?.(signer))
    throw new SignatureRefused("rate_abuse", "too many requests were signed by this key within a minute: wait for one");
  checkSignature(message, signature, alg, signer);
  const until = after(verifying.now, NONCE_KEPT_MS);
  if (await verifying.takeNonce(signer, signature.nonce, until)) return signer;
  throw new SignatureRefused("replayed", "the signature's nonce has been used before: sign every request again");
}

type CompleteSignature = Signature & { readonly [name in "keyId" | "nonce" | "tag" | "alg"]: string } & {
  readonly [name in "created" | "expires"]: number;
};

function complete(signature: Signature): CompleteSignature {
  const { keyId, nonce, tag, alg, created, expires } = signature;
  if ([keyId, nonce, tag, alg, created, expires].some((parameter) => parameter === undefined))
    throw new SignatureRefused(
      "params_incomplete",
      "a signature must have created, expires, nonce, keyid, alg and tag",
    );
  if (nonce === undefined || nonce.length <= LONGEST_NONCE) return signature as CompleteSignature;
  throw malformed(`its nonce is longer than ${LONGEST_NONCE} characters`);
}

/** The signer may have meant one of two header values while the parser uses the other. */
function refuseAmbiguous(message: Message, { components }: Signature): void {
  const [type = "", digest] = [headerOf(message, "content-type"), headerOf(message, "content-digest")];
  if (type.replaceAll(/"[^"]*"/g, "").includes(",")) throw malformed("it has two content types");
  if (digest !== undefined && components.includes("content-digest")) dictionaryIn(digest, "Content-Digest");
}

function checkWindow({ created, expires }: CompleteSignature, now: Date): void {
  const seconds = Math.floor(now.getTime() / SECOND_MS);
  const isSound = expires > created && expires - created <= LONGEST_SECONDS;
  if (isSound && seconds <= expires + SKEW_SECONDS && seconds >= created - SKEW_SECONDS) return;
  const message = `a signature is valid for ${LONGEST_SECONDS} s at most, and this one is not valid now`;
  throw new SignatureRefused("window_invalid", message);
}

function checkComponents({ components }: Signature, { body }: Message, digest: Verifying<Signer>["digest"]): void {
  const asked = [...COVERED, ...(body.length > 0 ? ["content-type"] : [])];
  if (digest === "required" && body.length > 0) asked.push("content-digest");
  const missing = asked.filter((name) => !components.includes(name));
  if (missing.length > 0)
    throw new SignatureRefused("components_incomplete", `the signature does not cover ${missing.join(", ")}`);
  if (digest === "forbidden" && components.includes("content-digest"))
    throw new SignatureRefused(
      "components_unexpected",
      "the signature covers content-digest, which is not accepted here",
    );
}

async function signerOf<S extends Signer>(
  { keyId }: CompleteSignature,
  alg: Algorithm,
  verifying: Verifying<S>,
): Promise<S> {
  const signer = await verifying.signerOf(keyId);
  if (!signer)
    throw new SignatureRefused("key_unknown", `there is no signing key with the key id ${JSON.stringify(keyId)}`);
  if (!isForRequests(signer.key) || !fitsAlgorithm(signer.key, alg))
    throw new SignatureRefused("key_purpose_invalid", "the key is not for signing requests with this algorithm");
  // Checked before the cryptography, so that blocked callers cost nothing more.
  if (signer.isRevoked) throw new SignatureRefused("key_revoked", "the key was revoked: ask the seller for another");
  return signer;
}

function checkSignature(message: Message, signature: Signature, alg: Algorithm, { key }: Signer): void {
  const base = Buffer.from(signatureBase(message, signature.components, signature.parameters));
  const publicKey = publicKeyOf(key);
  if (!publicKey) throw new SignatureRefused("key_purpose_invalid", "the registered key is not a valid key");
  const isTrue =
    alg === "ed25519"
      ? verify(null, base, publicKey, signature.bytes)
      : verify("sha256", base, { key: publicKey, dsaEncoding: "ieee-p1363" }, signature.bytes);
  if (!isTrue) throw new SignatureRefused("invalid", "the signature does not match this request and key");
  if (!signature.components.includes("content-digest")) return;
  if (!isDigestOf(headerOf(message, "content-digest") ?? "", message.body))
    throw new SignatureRefused("digest_mismatch", "Content-Digest does not match the body");
}
