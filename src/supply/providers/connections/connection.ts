import { z } from "zod";
import type { Progress } from "../../../ground/dispatch/index.ts";
import { after, DAY_MS, MINUTE_MS, SECOND_MS } from "../../../ground/kernel/clock.ts";
import { lifecycle } from "../../../ground/kernel/lifecycle.ts";
import type { SecretPlace, Vault } from "../../../ground/vault/index.ts";
import type { Grant } from "../contract/oauth.ts";
import type { Provider } from "../contract/provider.ts";

export type ConnectionState = "PENDING" | "CONNECTED" | "ERROR" | "DISCONNECTED";

export const connectionLife = lifecycle<ConnectionState, "consent" | "fail" | "disconnect">({
  noun: "platform connection",
  starts: ["PENDING"],
  states: {
    PENDING: "somebody has begun to connect it, but has not consented yet",
    CONNECTED: "the platform has granted it a token",
    ERROR: "the platform no longer accepts its token: somebody has to consent again",
    DISCONNECTED: "it was removed, together with its tokens",
  },
  transitions: {
    consent: { PENDING: "CONNECTED", CONNECTED: "CONNECTED", ERROR: "CONNECTED" },
    fail: { PENDING: "ERROR", CONNECTED: "ERROR", ERROR: "ERROR" },
    disconnect: { PENDING: "DISCONNECTED", CONNECTED: "DISCONNECTED", ERROR: "DISCONNECTED" },
  },
});

export type OwnerKind = "operator" | "buyer";

/** A consent that somebody gave at a platform, for one storefront. The token's times are wall-clock times. */
export interface Connection extends Progress {
  readonly customerId: number;
  readonly connectionId: number;
  readonly storefrontId: number;
  readonly provider: Provider;
  readonly ownerKind: OwnerKind;
  readonly credentialKind: "OAUTH" | "BEARER";
  readonly status: ConnectionState;
  readonly statusReason: string | null;
  readonly sealed: string | null;
  readonly scopes: readonly string[];
  readonly expiresAt: Date | null;
  readonly reauthoriseBy: Date | null;
  readonly remindedDays: number | null;
  readonly lastRefreshedAt: Date | null;
  readonly renewAt: Date | null;
  readonly createdBy: string | null;
  readonly connectedBy: string | null;
  readonly archivedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

const Tokens = z.object({ accessToken: z.string().min(1), refreshToken: z.string().min(1).optional() });
export type Tokens = z.output<typeof Tokens>;

type ConnectionRef = Pick<Connection, "customerId" | "connectionId">;

export function sealTokens(vault: Vault, place: ConnectionRef, tokens: Tokens): string {
  return vault.seal(JSON.stringify(tokens), placeOf(place));
}

/** Contains decrypted secrets, which exist only for one call. Undefined if there are none. */
export function openTokens(
  vault: Vault,
  { sealed, ...place }: ConnectionRef & Pick<Connection, "sealed">,
): Tokens | undefined {
  return sealed === null ? undefined : Tokens.parse(JSON.parse(vault.open(sealed, placeOf(place))));
}

function placeOf({ customerId, connectionId }: ConnectionRef): SecretPlace {
  return { customerId, table: "provider_connections", rowId: String(connectionId), field: "sealed" };
}

/** A token this close to its end counts as expired, because it could expire while the request is on its way. */
const MARGIN_MS = 30 * SECOND_MS;
const LONGEST_LEAD_MS = 10 * MINUTE_MS;
/** Some platforms invalidate a refresh token that is not used, Pinterest after 60 days (adapters, finding 6). */
const LONGEST_IDLE_MS = 50 * DAY_MS;

export function isSpent({ expiresAt }: Pick<Connection, "expiresAt">, wall: Date): boolean {
  return expiresAt !== null && expiresAt <= after(wall, MARGIN_MS);
}

/** When the access token of a grant expires, when it is renewed, and when the consent ends at the latest. */
export function timesOf(
  { expiresInSeconds, refreshExpiresInSeconds, refreshToken, consentExpiresInSeconds }: Grant,
  { consentLifeSeconds, canRefresh }: { readonly consentLifeSeconds: number | null; readonly canRefresh: boolean },
  wall: Date,
  before: Pick<Connection, "reauthoriseBy"> | undefined,
): Pick<Connection, "expiresAt" | "renewAt" | "reauthoriseBy"> {
  const expiresAt = expiresInSeconds === undefined ? null : after(wall, expiresInSeconds * SECOND_MS);
  const lead = expiresAt && Math.min(LONGEST_LEAD_MS, (expiresAt.getTime() - wall.getTime()) / 5);
  const early = expiresAt && lead !== null ? after(expiresAt, -lead) : null;
  const renewAt = canRefresh && early ? earlier(early, after(wall, LONGEST_IDLE_MS)) : null;
  return { expiresAt, renewAt, reauthoriseBy: endOf() };

  function endOf(): Date | null {
    if (consentExpiresInSeconds !== undefined) return after(wall, consentExpiresInSeconds * SECOND_MS);
    if (refreshExpiresInSeconds !== undefined && refreshToken !== undefined)
      return after(wall, refreshExpiresInSeconds * SECOND_MS);
    if (!canRefresh) return expiresAt;
    // If a consent's life is counted from when it was given, a renewal does not extend it.
    if (before) return before.reauthoriseBy;
    return consentLifeSeconds === null ? null : after(wall, consentLifeSeconds * SECOND_MS);
  }
}

function earlier(a: Date, b: Date): Date {
  return a < b ? a : b;
}

/** Required scopes that were not granted: a person may have deselected some. */
export function missingScopes(needed: readonly string[], granted: readonly string[] | null): readonly string[] {
  return granted === null ? [] : needed.filter((scope) => !granted.includes(scope));
}

const NOTICES_DAYS = [60, 30, 7] as const;

/** The notice of a consent's end that is due now, in days; undefined if none is, or it has already been given. */
export function noticeDue(
  { reauthoriseBy, remindedDays }: Pick<Connection, "reauthoriseBy" | "remindedDays">,
  wall: Date,
): number | undefined {
  if (reauthoriseBy === null || reauthoriseBy <= wall) return undefined;
  const left = (reauthoriseBy.getTime() - wall.getTime()) / DAY_MS;
  const due = NOTICES_DAYS.filter((days) => left <= days).at(-1);
  return due !== undefined && (remindedDays === null || due < remindedDays) ? due : undefined;
}
