/** What a client says of itself when it registers (RFC 7591), or in the document that its id leads to. */
export type ClientMetadata = Readonly<Record<string, unknown>>;

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * Clients are written by people who read other servers' documentation. A scope that is unknown here is left out rather than
 * refused, since at the authorization itself it would only be ignored. An application on somebody's machine that does not say
 * so is known by where it wants its answer.
 */
export function adjustClientMetadata(given: ClientMetadata, known: ReadonlySet<string>): ClientMetadata {
  const { scope, ...rest } = given;
  const scopes = typeof scope === "string" ? scope.split(" ").filter((one) => known.has(one)) : [];
  return {
    ...rest,
    ...(scopes.length > 0 && { scope: scopes.join(" ") }),
    // Whoever says nothing of a secret is given none: its proof is the code's verifier.
    token_endpoint_auth_method: rest["token_endpoint_auth_method"] ?? "none",
    ...(rest["application_type"] === undefined && isOnSomebodysMachine(rest) && { application_type: "native" }),
  };
}

/** A redirect on which a code could be read on its way: without TLS, and not on the person's own machine. */
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
