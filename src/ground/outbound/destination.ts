import { type Reach, reachOf } from "./address.ts";
import { isInNetworks } from "./allowed-networks.ts";
import { OutboundError } from "./outbound.ts";

/** What an installation may call. `allowLoopback` is for sandboxes, whose sellers run next to the server. */
export interface Allowance {
  readonly allowLoopback: boolean;
  /** The operator's private networks, in CIDR notation; none by default. */
  readonly allowedNetworks?: readonly string[];
}

/** Tells the person who gave the address what they can do. */
export const ALLOW_ADDRESS_HINT = "the operator can allow private networks in OUTBOUND_NETWORKS";

/** Parses a URL, or a redirect's target; throws `OutboundError` if it is invalid. */
export function urlOf(text: string, base?: URL): URL {
  const url = URL.parse(text, base);
  if (!url) throw new OutboundError("bad_url", "not a URL");
  return url;
}

/** Why a URL must not be called, as far as its text shows; the addresses of a name are checked when it is resolved. */
export function complaintOf(url: URL, allowance: Allowance): OutboundError | undefined {
  if (url.protocol !== "https:" && url.protocol !== "http:") return badUrl("the URL must begin with https://");
  if (url.username || url.password) return badUrl("the URL must not carry a user name or a password");
  const reach = reachOfHost(url.hostname);
  if (reach && !isOpen(reach, allowance) && !mayBeOpened(url.hostname, allowance))
    return new OutboundError("refused_address", `the URL must lead to a public address; ${ALLOW_ADDRESS_HINT}`);
  // A request may contain a customer's credentials: in clear text, they never leave this machine.
  if (url.protocol === "http:" && reach !== "loopback") return badUrl("the URL must begin with https://");
  return undefined;
}

/** An address literal in an allowed network; names are checked when they are resolved. */
function mayBeOpened(host: string, { allowedNetworks = [] }: Allowance): boolean {
  if (allowedNetworks.length > 0 && INSIDE_NAME.test(host)) return true;
  return isInNetworks(host.startsWith("[") ? host.slice(1, -1) : host, allowedNetworks);
}

/** Whether an address that a name resolved to may be called. */
export function isAddressOpen(address: string, allowance: Allowance): boolean {
  return isOpen(reachOf(address), allowance) || isInNetworks(address, allowance.allowedNetworks ?? []);
}

function isOpen(reach: Reach, { allowLoopback }: Allowance): boolean {
  return reach === "public" || (reach === "loopback" && allowLoopback);
}

/** `localhost` and every name below it always mean this machine (RFC 6761 §6.3). */
export function isLoopbackName(host: string): boolean {
  return /^(.+\.)?localhost\.?$/i.test(host);
}

/** Names reserved for private networks: RFC 6762 §3, RFC 8375, and `.internal` as reserved by ICANN in 2024. */
const INSIDE_NAME = /\.(local|home\.arpa|internal)\.?$/i;

/** Undefined if the name has to be resolved first. */
function reachOfHost(host: string): Reach | undefined {
  if (isLoopbackName(host)) return "loopback";
  if (INSIDE_NAME.test(host)) return "inside";
  // The URL parser has already converted 2130706433, 0x7f.1 and 0177.0.0.1 to dotted addresses.
  if (/^[\d.]+$/.test(host)) return reachOf(host);
  return host.startsWith("[") ? reachOf(host.slice(1, -1)) : undefined;
}

function badUrl(message: string): OutboundError {
  return new OutboundError("bad_url", message);
}
