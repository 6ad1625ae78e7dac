import type { AnyJob } from "./job.ts";

/** The properties of a provider's authorization server: its URLs, and its peculiarities as data. */
export interface OauthDescription {
  /** Where people consent. The host fills in `{client_id}`, `{redirect_uri}`, `{state}`, `{scope}` and `{challenge}`. */
  readonly authorizeHost: string;
  readonly authorizePath: string;
  /** The names of parameters, and further fixed parameters. TikTok calls the client id `app_id`. */
  readonly clientIdParameter: string;
  readonly fixed: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  /** Null if scopes are determined by the application, so that none are requested. */
  readonly scopeSeparator: " " | "," | null;
  readonly pkce: boolean;
  /** The name of the parameter with which the code comes back. */
  readonly codeParameter: string;
  /** The number of seconds after which a consent ends in any case, counted from when it was given; null if it does not end. */
  readonly consentLifeSeconds: number | null;
  readonly exchange: AnyJob<null, Grant>;
  /** Absent if tokens do not expire, or cannot be renewed. */
  readonly refresh?: AnyJob<null, Grant>;
  readonly revoke?: AnyJob<null, null>;
}

/** The result of a token call. It contains secrets, which the host encrypts; nobody else sees them. */
export interface Grant {
  readonly accessToken: string;
  /** Absent if there is no new one, in which case the previous one is kept. */
  readonly refreshToken?: string;
  /** Absent if the provider does not say, or tokens do not expire. */
  readonly expiresInSeconds?: number;
  readonly refreshExpiresInSeconds?: number;
  /**
   * The number of seconds after which the consent ends, however often tokens are renewed, if the provider states it
   * with a token.
   */
  readonly consentExpiresInSeconds?: number;
  /** As stated by the provider; null if it does not say, so that all scopes are assumed to be granted. */
  readonly scopes: readonly string[] | null;
}
