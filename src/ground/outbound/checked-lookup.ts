import type { LookupAddress } from "node:dns";
import type { LookupFunction } from "node:net";
import { reachOf } from "./address.ts";
import { ALLOW_ADDRESS_HINT, type Allowance, isAddressOpen, isLoopbackName } from "./destination.ts";
import { OutboundError } from "./outbound.ts";

/** Every address of a name, as returned by `dns.promises.lookup(name, { all: true })`. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/**
 * A lookup for sockets that only returns addresses which have been checked. The socket connects to this result without a second lookup, so
 * a name cannot resolve to one address for the check and to another for the connection.
 */
export function checkedLookup(resolve: Resolve, allowance: Allowance): LookupFunction {
  return (name, { all }, answer) => {
    checked(name, resolve, allowance).then(
      ([first, ...rest]) => (all ? answer(null, [first, ...rest]) : answer(null, first.address, first.family)),
      (error: Error) => answer(error, []),
    );
  };
}

/** A single internal address disqualifies the name, because mixing it with public ones is an attempt to have it picked. */
async function checked(
  name: string,
  resolve: Resolve,
  allowance: Allowance,
): Promise<[LookupAddress, ...LookupAddress[]]> {
  const [first, ...rest] = await resolve(name);
  if (!first) throw new OutboundError("unreachable", `${name} has no address`);
  const allowed = isLoopbackName(name)
    ? (address: string) => reachOf(address) === "loopback"
    : (address: string) => isAddressOpen(address, allowance);
  if ([first, ...rest].every(({ address }) => allowed(address))) return [first, ...rest];
  throw new OutboundError("refused_address", `${name} does not lead to a public address; ${ALLOW_ADDRESS_HINT}`);
}
