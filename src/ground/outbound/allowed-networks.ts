import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** Addresses at which clouds hand out credentials to any caller: no setting can allow them. */
const NEVER = [
  "169.254.0.0/16",
  "168.63.129.16/32",
  "100.100.100.200/32",
  "192.0.0.192/32",
  "fd00:ec2::254/128",
  "fe80::/10",
];

/**
 * Whether an address is in one of the private networks that the operator has allowed, in CIDR notation: `10.20.0.0/16`.
 */
export function isInNetworks(address: string, networks: readonly string[]): boolean {
  if (networks.length === 0 || isIP(address) === 0) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() !== "loopback" && !isWithin(parsed, NEVER) && isWithin(parsed, networks);
}

function isWithin(address: ipaddr.IPv4 | ipaddr.IPv6, networks: readonly string[]): boolean {
  return networks.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network);
    return address.kind() === range.kind() && address.match(range, bits);
  });
}

export function isCidr(text: string): boolean {
  return ipaddr.isValidCIDR(text);
}
