import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Where an address leads: to the public internet, back to this machine, or anywhere else, which is never called. */
export type Reach = "public" | "loopback" | "inside";

/** Classifies an IP address in its usual notation. Any address that is not known to be public counts as inside. */
export function reachOf(address: string): Reach {
  if (isIP(address) === 0) return "inside";
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv4 ? reachOfV4(parsed) : reachOfV6(parsed);
}

/** Azure serves instance metadata and credentials at this address, although its range is ordinary unicast. */
const AZURE_METADATA = "168.63.129.16";

function reachOfV4(address: ipaddr.IPv4): Reach {
  const range = address.range();
  if (range === "loopback") return "loopback";
  return range === "unicast" && address.toString() !== AZURE_METADATA ? "public" : "inside";
}

/** The only part of IPv6 from which global unicast is assigned (RFC 4291 §2.4, IANA registry). */
const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
/** The well-known NAT64 prefix (RFC 6052 §2.1), by which an IPv6-only host reaches IPv4. */
const NAT64 = ipaddr.IPv6.parseCIDR("64:ff9b::/96");

function reachOfV6(address: ipaddr.IPv6): Reach {
  const range = address.range();
  if (range === "loopback") return "loopback";
  // 6to4, Teredo and the local-use NAT64 prefix also embed an IPv4 address, but no public host is reached through them today.
  if (range === "ipv4Mapped" || address.match(NAT64))
    return reachOfV4(embedded(address)) === "public" ? "public" : "inside";
  return range === "unicast" && address.match(GLOBAL_UNICAST) && !isIsatap(address) ? "public" : "inside";
}

function embedded(address: ipaddr.IPv6): ipaddr.IPv4 {
  return new ipaddr.IPv4(address.toByteArray().slice(12));
}

/** An interface identifier that tunnels to the IPv4 address in its last half (RFC 5214 §6.1). */
function isIsatap(address: ipaddr.IPv6): boolean {
  const [, , , , high = 0, low = 0] = address.parts;
  return (high & ~0x0200) === 0 && low === 0x5efe;
}
