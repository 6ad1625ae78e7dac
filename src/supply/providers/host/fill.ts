import { createHmac } from "node:crypto";
import type { Pairs, SecretName, Slot } from "../contract/http.ts";

/** The values that adapters refer to by name. They are decrypted secrets, and exist only for one call. */
export type Secrets = Readonly<Partial<Record<SecretName, string>>>;

/** A request that refers to a secret that does not exist: nothing is sent. */
export class MissingSecret extends Error {
  readonly secret: SecretName;

  constructor(secret: SecretName) {
    super(`there is no ${secret} to send`);
    this.secret = secret;
  }
}

export function fill(slot: Slot, secrets: Secrets): string {
  if (typeof slot === "string") return slot;
  const value = valueOf(slot.secret, secrets);
  if (value === undefined) throw new MissingSecret(slot.secret);
  return value;
}

export function fillPairs(pairs: Pairs, secrets: Secrets): [string, string][] {
  return pairs.map(([name, slot]) => [name, fill(slot, secrets)]);
}

function valueOf(name: SecretName, secrets: Secrets): string | undefined {
  if (name === "access_token_proof") return proofOf(secrets);
  return name === "application_token" ? applicationToken(secrets) : secrets[name];
}

function applicationToken({ client_id: id, client_secret: secret }: Secrets): string | undefined {
  return id === undefined || secret === undefined ? undefined : `${id}|${secret}`;
}

function proofOf({ access_token: token, client_secret: secret }: Secrets): string | undefined {
  if (token === undefined || secret === undefined) return undefined;
  return createHmac("sha256", secret).update(token).digest("hex");
}
