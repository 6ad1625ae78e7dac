/** A client's metadata when it registers (RFC 7591), or in the document to which its id refers. */
export type ClientMetadata = Readonly<Record<string, unknown>>;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Clients are written by people who read other servers' documentation. An unknown scope is dropped rather than refused,
 * because the authorization would ignore it anyway. An application on a person's machine that does not declare itself
 * is recognised by its redirect URI.
 */
export function adjustClientMetadata(given: ClientMetadata, known: ReadonlySet<string>): ClientMetadata {
  const { scope, ...rest } = given;
  const scopes = typeof scope === "string" ? scope.split(" ").filter((one) => known.has(one)) : [];
  return {
    ...rest,
    ...(scopes.length > 0 && { scope: scopes.join(" ") }),
    // Without a declared authentication method, a client gets no secret: its proof is the PKCE verifier.
    token_endpoint_auth_method: rest["token_endpoint_auth_method"] ?? "none",
    ...(rest["application_type"] === undefined && isOnSomebodysMachine(rest) && { application_type: "native" }),
  };
}

/** A redirect URI on which a code could be intercepted: without TLS, and not on the person's own machine. */
export function unprotectedRedirectIn({ redirect_uris: uris }: ClientMetadata): string | undefined {
  const texts = Array.isArray(uris) ? uris.filter((uri): uri is string => typeof uri === "string") : [];
  return texts.find((text) => {
    const url = URL.parse(text);
    return url?.protocol === "http:" && !LOOPBACK.test(url.hostname);
  });
}

function isOnSomebodysMachine({ redirect_uris: uris }: ClientMetadata): boolean {
  if (!Array.isArray(uris)) return false;
  return uris.some((uri) => {
    const url = typeof uri === "string" ? URL.parse(uri) : null;
    return url !== null && (!/^https?:$/.test(url.protocol) || LOOPBACK.test(url.hostname));
  });
}
