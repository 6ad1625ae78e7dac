/** An application that somebody let act for them in an organisation. */
export interface ConnectedApplication {
  readonly applicationId: string;
  readonly customerId: number;
  readonly userId: number;
  /** For whom it acts: their email address. */
  readonly person: string;
  /** The application's own name, which is not verified. */
  readonly name: string;
  readonly clientId: string;
  /** Its redirect destination: a host, or the URL scheme of an application on a person's machine. */
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
