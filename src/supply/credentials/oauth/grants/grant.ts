import { z } from "zod";
import type { Progress } from "../../../../ground/dispatch/index.ts";
import { after, MINUTE_MS, SECOND_MS } from "../../../../ground/kernel/clock.ts";
import type { SecretPlace, Vault } from "../../../../ground/vault/index.ts";
import type { ClientPlace } from "../server/client.ts";

/** The result of a consent. The server's answers are stored encrypted; all times are wall-clock times. */
export interface Grant extends ClientPlace, Progress {
  readonly customerId: number;
  readonly credentialId: number;
  readonly sourceName: string;
  readonly resource: string;
  readonly sealed: string;
  /** Null if the server does not say how long the access token is valid. */
  readonly expiresAt: Date | null;
  /** When the grant needs attention: to be renewed, or to be declared over. */
  readonly renewAt: Date | null;
}

const Tokens = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1).optional() });
export type Tokens = z.output<typeof Tokens>;

type GrantPlace = Pick<Grant, "customerId" | "credentialId">;

export function sealTokens(vault: Vault, place: GrantPlace, tokens: Tokens): string {
  return vault.seal(JSON.stringify(tokens), placeOf(place));
}

/** Contains decrypted secrets, and exists only for one call. */
export function openTokens(vault: Vault, { sealed, ...place }: Pick<Grant, "sealed"> & GrantPlace): Tokens {
  return Tokens.parse(JSON.parse(vault.open(sealed, placeOf(place))));
}

/** A token this close to its end counts as expired, because it could expire while the request is on its way. */
const MARGIN_MS = 10 * SECOND_MS;

export function isSpent({ expiresAt }: Pick<Grant, "expiresAt">, wall: Date): boolean {
  return expiresAt !== null && expiresAt <= after(wall, MARGIN_MS);
}

/** Whether one worker is renewing it, so that others wait for the result. */
export function isHeld({ leaseUntil }: Pick<Grant, "leaseUntil">, wall: Date): boolean {
  return leaseUntil !== null && leaseUntil > wall;
}

export function isDue({ renewAt, ...grant }: Pick<Grant, "renewAt" | "leaseUntil">, wall: Date): boolean {
  return renewAt !== null && renewAt <= wall && !isHeld(grant, wall);
}

const LONGEST_LEAD_MS = 10 * MINUTE_MS;

/**
 * A fifth of the token's life before its end, so that the server may be unavailable for a while; at its end if it
 * cannot be renewed.
 */
export function renewAtFor(expiresAt: Date | null, { refreshToken }: Tokens, wall: Date): Date | null {
  if (expiresAt === null || refreshToken === undefined) return expiresAt;
  const lifeMs = expiresAt.getTime() - wall.getTime();
  return after(expiresAt, -Math.min(LONGEST_LEAD_MS, Math.max(lifeMs, 0) / 5));
}

function placeOf({ customerId, credentialId }: GrantPlace): SecretPlace {
  return { customerId, table: "oauth_grants", rowId: String(credentialId), field: "sealed" };
}
