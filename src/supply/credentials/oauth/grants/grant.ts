import { z } from "zod";
import type { Progress } from "../../../../ground/dispatch/index.ts";
import { after, MINUTE_MS, SECOND_MS } from "../../../../ground/kernel/clock.ts";
import type { SecretPlace, Vault } from "../../../../ground/vault/index.ts";
import type { ClientPlace } from "../server/client.ts";

/** The result of a consent. The server's answers are stored encrypted; all times are real time. */
export interface Grant extends ClientPlace, Progress {
  readonly customerId: number;
  readonly credentialId: number;
  readonly sourceName: string;
  readonly resource: string;
  readonly sealed: string;
  /** Null where the server does not say how long the access token lasts. */
  readonly expiresAt: Date | null;
  /** When somebody should see to it: renew it, or say that it is over. */
  readonly renewAt: Date | null;
}

const Tokens = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1).optional() });
export type Tokens = z.output<typeof Tokens>;

type GrantPlace = Pick<Grant, "customerId" | "credentialId">;

export function sealTokens(vault: Vault, place: GrantPlace, tokens: Tokens): string {
  return vault.seal(JSON.stringify(tokens), placeOf(place));
}

/** Holds opened secrets: they live for one call. */
export function openTokens(vault: Vault, { sealed, ...place }: Pick<Grant, "sealed"> & GrantPlace): Tokens {
  return Tokens.parse(JSON.parse(vault.open(sealed, placeOf(place))));
}

/** A token that runs out while the request that carries it is under way has run out. */
const MARGIN_MS = 10 * SECOND_MS;

export function isSpent({ expiresAt }: Pick<Grant, "expiresAt">, wall: Date): boolean {
  return expiresAt !== null && expiresAt <= after(wall, MARGIN_MS);
}

/** One worker is renewing it, and others wait for its result. */
export function isHeld({ leaseUntil }: Pick<Grant, "leaseUntil">, wall: Date): boolean {
  return leaseUntil !== null && leaseUntil > wall;
}

export function isDue({ renewAt, ...grant }: Pick<Grant, "renewAt" | "leaseUntil">, wall: Date): boolean {
  return renewAt !== null && renewAt <= wall && !isHeld(grant, wall);
}

const LONGEST_LEAD_MS = 10 * MINUTE_MS;

/** Ahead of the end by a fifth of the token's life, so that a server may be away for a while; at the end where nothing renews it. */
export function renewAtFor(expiresAt: Date | null, { refreshToken }: Tokens, wall: Date): Date | null {
  if (expiresAt === null || refreshToken === undefined) return expiresAt;
  const lifeMs = expiresAt.getTime() - wall.getTime();
  return after(expiresAt, -Math.min(LONGEST_LEAD_MS, Math.max(lifeMs, 0) / 5));
}

function placeOf({ customerId, credentialId }: GrantPlace): SecretPlace {
  return { customerId, table: "oauth_grants", rowId: String(credentialId), field: "sealed" };
}
