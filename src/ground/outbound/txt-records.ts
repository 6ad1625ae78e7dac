import { Resolver } from "node:dns/promises";
import { OutboundError } from "./outbound.ts";

/** The TXT records of a name, each in its parts, as returned by `dns.promises.resolveTxt`; throws with its codes. */
export type ResolveTxt = (name: string) => Promise<readonly (readonly string[])[]>;

const resolver = new Resolver({ timeout: 2_000, tries: 2 });

export const askNameServer: ResolveTxt = (name) => resolver.resolveTxt(name);

/** With these errors a name server does answer: there is no such name, or no such record. */
const NONE: ReadonlySet<unknown> = new Set(["ENODATA", "ENOTFOUND"]);

export async function txtRecords(name: string, resolve: ResolveTxt): Promise<readonly string[]> {
  try {
    // A record longer than 255 bytes has several parts, which are joined without a space (RFC 7208 §3.3).
    return (await resolve(name)).map((parts) => parts.join(""));
  } catch (error) {
    if (error instanceof Error && "code" in error && NONE.has(error.code)) return [];
    throw new OutboundError("unreachable", `the name server did not answer for ${name}`, error);
  }
}
