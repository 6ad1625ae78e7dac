import type { AnyJob } from "./job.ts";

/** What a provider's authorization server is like: addresses, and its quirks as data. */
export interface OauthDescription {
  /** Where people consent. `{client_id}`, `{redirect_uri}`, `{state}`, `{scope}` and `{challenge}` are filled by the host. */
  readonly authorizeHost: string;
  readonly authorizePath: string;
  /** Names of the parameters, with fixed ones beside them: TikTok says `app_id`. */
  readonly clientIdParameter: string;
  readonly fixed: Readonly<Record<string, string>>;
  readonly scopes: readonly string[];
  /** Null where scopes are settled with the application, and none is asked for. */
  readonly scopeSeparator: " " | "," | null;
  readonly pkce: boolean;
  /** What the code is called when it comes back. */
  readonly codeParameter: string;
  /** Seconds after which a consent ends whatever is done, from when it was given; null where it lasts. */
  readonly consentLifeSeconds: number | null;
  readonly exchange: AnyJob<null, Grant>;
  /** Absent where tokens do not end, or are not renewed. */
  readonly refresh?: AnyJob<null, Grant>;
  readonly revoke?: AnyJob<null, null>;
}

/** The result of a token call. It contains secrets: the host encrypts it, and nobody else sees it. */
export interface Grant {
  readonly accessToken: string;
  /** Missing if there is no new one: the previous one is kept. */
  readonly refreshToken?: string;
  /** Absent where the provider does not say, or tokens do not end. */
  readonly expiresInSeconds?: number;
  readonly refreshExpiresInSeconds?: number;
  /** When the consent ends whatever is renewed, where the provider tells it with a token. */
  readonly consentExpiresInSeconds?: number;
  /** As the provider tells; null where it does not, and all are taken for granted. */
  readonly scopes: readonly string[] | null;
}
