/** An application that a person allowed to act for them in an organisation. */
export interface ConnectedApplication {
  readonly applicationId: string;
  readonly customerId: number;
  readonly userId: number;
  /** The mail address of the person for whom it acts. */
  readonly person: string;
  /** The name that the application gave itself, which is not verified. */
  readonly name: string;
  readonly clientId: string;
  /** Where it is redirected to: a host, or the URL scheme of an application on a person's machine. */
  readonly destination: string;
  readonly resource: string;
  readonly scopes: readonly string[];
  readonly connectedAt: Date;
  /** When it last got a new access token. */
  readonly lastUsedAt: Date | null;
}

/** A host or, for an application on a person's machine, its URL scheme. It distinguishes applications with the same name. */
export function destinationOf(redirectUri: string): string {
  const url = URL.parse(redirectUri);
  if (!url) return redirectUri;
  return /^https?:$/.test(url.protocol) ? url.host : url.protocol.slice(0, -1);
}
