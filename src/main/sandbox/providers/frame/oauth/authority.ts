import { createHash } from "node:crypto";
import { after, SECOND_MS } from "../../../../../ground/kernel/clock.ts";
import type { Ids } from "../ids.ts";

/** The installation's OAuth application at the provider. */
export interface Application {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUris: readonly string[];
}

export interface TokenRules {
  readonly codeSeconds: number;
  /** Null if access tokens do not expire. */
  readonly accessSeconds: number | null;
  /** Null if there are no refresh tokens. */
  readonly refresh: RefreshRules | null;
}

export interface RefreshRules {
  /** Counted from consent (`fixed`) or from each refresh (`rolling`); null if a token does not expire by time. */
  readonly seconds: number | null;
  readonly counts: "fixed" | "rolling";
  /** A token that is not used for this long expires. */
  readonly idleSeconds?: number;
  /**
   * `same`: the token stays valid, and a refresh returns it again. `kept`: it stays valid, but a refresh does not return it. `new`: each
   * refresh returns a new token and invalidates the previous one. `sometimes`: every second refresh does so.
   */
  readonly rotates: "same" | "kept" | "new" | "sometimes";
}

/** What a user has consented to. */
export interface Grant {
  readonly id: string;
  readonly scopes: readonly string[];
  /** The accounts that the user chose, if the consent page lets users choose. */
  readonly accounts: readonly string[] | null;
  readonly consentedAt: Date;
  /** Whether refresh tokens are issued as well: Google only issues them on request. */
  readonly offline: boolean;
  revoked: boolean;
  refreshes: number;
}

export interface Tokens {
  readonly grant: Grant;
  readonly accessToken: string;
  readonly accessEndsAt: Date | null;
  /** Null if none is issued, or the previous one is still valid. */
  readonly refreshToken: string | null;
  readonly refreshEndsAt: Date | null;
}

export type TokenFault = "unknown" | "used" | "expired" | "revoked" | "redirect" | "verifier";

interface Code {
  readonly grant: Grant;
  readonly redirectUri: string;
  readonly challenge: string | null;
  readonly endsAt: Date;
  used: boolean;
}

interface StoredGrant {
  readonly grant: Grant;
  readonly endsAt: Date | null;
  usedAt: Date;
  dead: boolean;
}

/** Issues codes and tokens. The routes around it report the result in the provider's own terms. */
export class Authority {
  readonly application: Application;
  readonly #rules: TokenRules;
  readonly #ids: Ids;
  readonly #codes = new Map<string, Code>();
  readonly #access = new Map<string, StoredGrant>();
  readonly #refresh = new Map<string, StoredGrant>();
  readonly #grants: Grant[] = [];

  constructor(application: Application, rules: TokenRules, ids: Ids) {
    this.application = application;
    this.#rules = rules;
    this.#ids = ids;
  }

  /** A code for a user who has given consent. */
  issueCode(
    asked: Pick<Grant, "scopes" | "accounts" | "offline"> & {
      readonly redirectUri: string;
      readonly challenge: string | null;
    },
    now: Date,
  ): string {
    const { scopes, accounts, offline, redirectUri, challenge } = asked;
    const grant = { id: this.#ids.uuid(), scopes, accounts, offline, consentedAt: now, revoked: false, refreshes: 0 };
    this.#grants.push(grant);
    const code = this.#ids.word("code");
    const endsAt = after(now, this.#rules.codeSeconds * SECOND_MS);
    this.#codes.set(code, { grant, redirectUri, challenge, endsAt, used: false });
    return code;
  }

  redeem(code: string, redirectUri: string | null, verifier: string | null, now: Date): Tokens | TokenFault {
    const kept = this.#codes.get(code);
    if (!kept) return "unknown";
    if (kept.used) return "used";
    if (now >= kept.endsAt) return "expired";
    if (kept.grant.revoked) return "revoked";
    if (redirectUri !== null && redirectUri !== kept.redirectUri) return "redirect";
    if (kept.challenge !== null && kept.challenge !== challengeOf(verifier ?? "")) return "verifier";
    kept.used = true;
    const { refresh } = this.#rules;
    const refreshToken = refresh && kept.grant.offline ? this.#issueRefresh(kept.grant, refresh, now) : null;
    return { ...this.#issueAccess(kept.grant, now), ...endOf(refreshToken, this.#refresh) };
  }

  refresh(refreshToken: string, now: Date): Tokens | TokenFault {
    const { refresh: rules } = this.#rules;
    const kept = this.#refresh.get(refreshToken);
    if (!kept || !rules) return "unknown";
    if (kept.grant.revoked) return "revoked";
    if (kept.dead) return "used";
    const idleEnd = rules.idleSeconds === undefined ? null : after(kept.usedAt, rules.idleSeconds * SECOND_MS);
    if ((kept.endsAt && now >= kept.endsAt) || (idleEnd && now >= idleEnd)) return "expired";
    kept.usedAt = now;
    const { grant } = kept;
    grant.refreshes += 1;
    const rotates = rules.rotates === "new" || (rules.rotates === "sometimes" && grant.refreshes % 2 === 0);
    kept.dead = rotates;
    const next = rotates ? this.#issueRefresh(grant, rules, now) : null;
    const answered = next ?? (rules.rotates === "same" ? refreshToken : null);
    return { ...this.#issueAccess(grant, now), ...endOf(answered, this.#refresh) };
  }

  /** Exchanges an access token that is still valid for another one, as Meta does. */
  prolong(accessToken: string, now: Date, seconds: number): Tokens | TokenFault {
    const grant = this.holder(accessToken, now);
    if (typeof grant === "string") return grant;
    return { ...this.#issueAccess(grant, now, seconds), refreshToken: null, refreshEndsAt: null };
  }

  /** The grant to which an access token belongs. */
  holder(accessToken: string, now: Date): Grant | TokenFault {
    const kept = this.#access.get(accessToken);
    if (!kept) return "unknown";
    if (kept.grant.revoked) return "revoked";
    return kept.endsAt && now >= kept.endsAt ? "expired" : kept.grant;
  }

  /** Ends the consent behind an access or refresh token; false if there is none. */
  revokeToken(token: string): boolean {
    const kept = this.#access.get(token) ?? this.#refresh.get(token);
    if (kept) kept.grant.revoked = true;
    return kept !== undefined;
  }

  /** Revokes all consents, as their users could. */
  revokeAll(): void {
    for (const grant of this.#grants) grant.revoked = true;
  }

  /** The number of consents that are still valid. */
  get consents(): number {
    return this.#grants.filter(({ revoked }) => !revoked).length;
  }

  #issueAccess(grant: Grant, now: Date, seconds = this.#rules.accessSeconds) {
    const accessToken = this.#ids.word("access");
    const accessEndsAt = seconds === null ? null : after(now, seconds * SECOND_MS);
    this.#access.set(accessToken, { grant, endsAt: accessEndsAt, usedAt: now, dead: false });
    return { grant, accessToken, accessEndsAt };
  }

  #issueRefresh(grant: Grant, { seconds, counts }: RefreshRules, now: Date): string {
    const token = this.#ids.word("refresh");
    const from = counts === "fixed" ? grant.consentedAt : now;
    const endsAt = seconds === null ? null : after(from, seconds * SECOND_MS);
    this.#refresh.set(token, { grant, endsAt, usedAt: now, dead: false });
    return token;
  }
}

function endOf(refreshToken: string | null, kept: ReadonlyMap<string, StoredGrant>) {
  return { refreshToken, refreshEndsAt: refreshToken === null ? null : (kept.get(refreshToken)?.endsAt ?? null) };
}

function challengeOf(verifier: string): string {
  return createHash("sha256").update(verifier).digest("base64url");
}

/** Whole seconds until then, for `expires_in`. */
export function secondsUntil(end: Date, now: Date): number {
  return Math.floor((end.getTime() - now.getTime()) / SECOND_MS);
}
