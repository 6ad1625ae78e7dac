import { createHash } from "node:crypto";
import type { Random } from "../kernel/random.ts";

/** A secret that its holder presents, together with what is stored of it. */
export interface Token {
  readonly token: string;
  readonly hash: string;
}

/** 256 random bits. Storing a plain hash is enough, because such a secret cannot be guessed. */
export function newToken(random: Random): Token {
  const token = Buffer.from(random.bytes(32)).toString("base64url");
  return { token, hash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
