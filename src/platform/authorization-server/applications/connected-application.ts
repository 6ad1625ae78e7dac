/** An application that somebody let act for them in an organisation. */
export interface ConnectedApplication {
  readonly applicationId: string;
  readonly customerId: number;
  readonly userId: number;
  /** Whom it acts for: their e-mail address. */
  readonly person: string;
  /** The application's own name, which is not verified. */
  readonly name: string;
  readonly clientId: string;
  /** Where its answers go: a host, or the scheme of an application on somebody's machine. */
  readonly destination: string;
  readonly resource: string;
  readonly scopes: readonly string[];
  readonly connectedAt: Date;
  /** When it last got a new access token. */
  readonly lastUsedAt: Date | null;
}

/**
 * A host, or for an application on a person's machine its URL scheme. It distinguishes applications with the same name.
 */
export function destinationOf(redirectUri: string): string {
  const url = URL.parse(redirectUri);
  if (!url) return redirectUri;
  return /^https?:$/.test(url.protocol) ? url.host : url.protocol.slice(0, -1);
}
