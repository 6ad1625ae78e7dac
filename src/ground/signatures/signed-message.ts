import { SignatureRefused } from "./signature-refused.ts";

/** The parts of an HTTP request that are signed. */
export interface Message {
  readonly method: string;
  /** Absolute, as the sender addressed it. */
  readonly url: string;
  /** Keyed by header name, in lower case. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: Uint8Array;
}

/** The value of a header according to RFC 9421 (2.1); for a repeated header, all values. */
export function headerOf({ headers }: Message, name: string): string | undefined {
  const value = headers[name] ?? [];
  const values = typeof value === "string" ? [value] : value;
  return values.length > 0 ? values.map((one) => one.trim()).join(", ") : undefined;
}

/**
 * `@target-uri` in AdCP's canonical form: normalised, with unreserved characters unescaped. Throws `SignatureRefused`.
 */
export function targetUriOf(url: string): string {
  const { protocol, host, pathname } = addressIn(url);
  // WHATWG URLs drop the question mark of an empty query, although it is signed.
  const query = /^[^?#]*(\?[^#]*)/.exec(url)?.[1] ?? "";
  return `${protocol}//${host}${pathname}${query}`.replaceAll(/%[0-9a-f]{2}/gi, (triplet) => {
    const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
    return /[A-Za-z0-9._~-]/.test(character) ? character : triplet.toUpperCase();
  });
}

export function authorityOf(url: string): string {
  return addressIn(url).host;
}

const AUTHORITY = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?([^/?#]*)/i;

function addressIn(url: string): URL {
  const [, authority = ""] = AUTHORITY.exec(url) ?? [];
  if (authority === "" || authority.startsWith(":")) throw malformed("its address names no host");
  try {
    return new URL(url);
  } catch {
    throw malformed("its address is not a URL");
  }
}

/** An internationalised host name has several forms, but a signature covers only one, so only the ASCII form is accepted. */
export function refuseForeignScript(url: string): void {
  if (/\P{ASCII}/u.test(AUTHORITY.exec(url)?.[1] ?? "")) throw malformed("its host is not in ASCII: use the xn-- form");
}

/** The lines that are signed (RFC 9421, 2.5). Throws `SignatureRefused` if the message lacks one of the components. */
export function signatureBase(message: Message, components: readonly string[], parameters: string): string {
  const lines = components.map((component) => `"${component}": ${valueOf(message, component)}`);
  return [...lines, `"@signature-params": ${parameters}`].join("\n");
}

function valueOf(message: Message, component: string): string {
  switch (component) {
    case "@method":
      return message.method.toUpperCase();
    case "@target-uri":
      return targetUriOf(message.url);
    case "@authority":
      return authorityOf(message.url);
  }
  if (component.startsWith("@"))
    throw new SignatureRefused("components_unexpected", `${component} cannot be signed here`);
  const value = headerOf(message, component);
  if (value === undefined)
    throw new SignatureRefused("components_incomplete", `${component} is signed, but the request has no such header`);
  return value;
}

export function malformed(what: string): SignatureRefused {
  return new SignatureRefused("header_malformed", `the request's signature cannot be read: ${what}`);
}
