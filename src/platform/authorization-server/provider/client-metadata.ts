/** A client's metadata when it registers (RFC 7591), or in the document to which its id refers. */
export type ClientMetadata = Readonly<Record<string, unknown>>;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Client authors usually read other servers' documentation, so this is lenient. An unknown scope is dropped rather than refused, because
 * the authorization would ignore it anyway. An application on a person's machine that does not declare itself as such is recognised by its
 * redirect URI.
 */
export function adjustClientMetadata(given: ClientMetadata, known: ReadonlySet<string>): ClientMetadata {
  const { scope, ...rest } = given;
  const scopes = typeof scope === "string" ? scope.split(" ").filter((one) => known.has(one)) : [];
  return {
    ...rest,
    ...(scopes.length > 0 && { scope: scopes.join(" ") }),
    // A client that declares no authentication method gets no secret, and authenticates with the PKCE verifier.
    token_endpoint_auth_method: rest["token_endpoint_auth_method"] ?? "none",
    ...(rest["application_type"] === undefined && isOnSomebodysMachine(rest) && { application_type: "native" }),
  };
}

/** A redirect URI at which a code could be intercepted, because it has no TLS and is not on the person's own machine. */
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
