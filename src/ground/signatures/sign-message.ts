import { type KeyObject, sign } from "node:crypto";
import { after, SECOND_MS } from "../kernel/clock.ts";
import { contentDigestOf } from "./content-digest.ts";
import { type Message, signatureBase } from "./signed-message.ts";

export interface Signing {
  /** Ed25519, private. */
  readonly key: KeyObject;
  readonly keyId: string;
  /** The purpose of the signature: AdCP's name for the profile. */
  readonly tag: string;
  readonly nonce: string;
  readonly at: Date;
}

const COVERED = ["@method", "@target-uri", "@authority", "content-type", "content-digest"];
const HOLDS_MS = 300 * SECOND_MS;

/** The headers that prove the origin of a message with a body (RFC 9421, and RFC 9530 for the body). */
export function signMessage(message: Message, { key, keyId, tag, nonce, at }: Signing): Record<string, string> {
  const digest = contentDigestOf(message.body);
  const signed = { ...message, headers: { ...message.headers, "content-digest": digest } };
  const covered = COVERED.map((component) => `"${component}"`).join(" ");
  const window = `created=${secondsOf(at)};expires=${secondsOf(after(at, HOLDS_MS))}`;
  const parameters = `(${covered});${window};nonce="${nonce}";keyid="${keyId}";alg="ed25519";tag="${tag}"`;
  const signature = sign(null, Buffer.from(signatureBase(signed, COVERED, parameters)), key);
  return {
    "content-digest": digest,
    "signature-input": `sig1=${parameters}`,
    signature: `sig1=:${signature.toString("base64")}:`,
  };
}

function secondsOf(time: Date): number {
  return Math.floor(time.getTime() / SECOND_MS);
}
