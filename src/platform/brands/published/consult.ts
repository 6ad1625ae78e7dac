import type { Installation } from "../../../ground/kernel/context.ts";
import type { Outbound } from "../../../ground/outbound/index.ts";
import { fromRegistry, registryAddress } from "./ask-registry.ts";
import { type Finding, findBrand } from "./find-brand.ts";
import { pageOf, type Reading, readJson } from "./read-page.ts";

export interface LookupContext {
  readonly outbound: Outbound;
  readonly installation: Pick<Installation, "brandJsonUrl" | "brandRegistryUrl">;
  /** The entity tag of the brand's own document when it was last read. */
  readonly etag: string | null;
  /** For all sources together. */
  readonly timeoutMs: number;
}

/** What was found, and the entity tag for the next request, which is null if several documents were needed. */
export interface LookupResult {
  readonly finding: Finding;
  readonly etag: string | null;
}

/** Asks the brand's own domain and, if the brand publishes nothing, the registry. */
export async function consult(domain: string, asked: LookupContext): Promise<LookupResult | "unchanged"> {
  const { brandJsonUrl, brandRegistryUrl } = asked.installation;
  const deadline = performance.now() + asked.timeoutMs;
  const own = brandJsonUrl ? await ownWord(domain, brandJsonUrl, asked, deadline) : undefined;
  if (own === "unchanged" || own?.finding.kind === "found" || !brandRegistryUrl) return own ?? NOBODY_ASKED;
  const url = registryAddress(brandRegistryUrl, domain);
  const reading = await readJson(asked.outbound, url, { purpose: "brand registry", deadline });
  const finding = fromRegistry(domain, url, reading);
  return { finding: own ? afterSilence(own.finding, finding) : finding, etag: null };
}

const NOBODY_ASKED: LookupResult = {
  finding: { kind: "none", reason: "this installation does not look brands up", momentary: true },
  etag: null,
};

async function ownWord(
  domain: string,
  template: string,
  { outbound, etag }: LookupContext,
  deadline: number,
): Promise<LookupResult | "unchanged"> {
  const addressOf = (name: string) => template.replaceAll("{domain}", name);
  const address = addressOf(domain);
  const first = await readJson(outbound, address, { purpose: "brand.json", deadline, etag });
  if (first.kind === "unchanged") return "unchanged";
  const others = new Set<string>();
  const read = async (url: string): Promise<Reading> => {
    if (url === address) return first;
    others.add(url);
    return readJson(outbound, url, { purpose: "brand.json", deadline });
  };
  const finding = await findBrand(domain, { addressOf, read: async (url) => pageOf(url, await read(url)) });
  return { finding, etag: others.size === 0 && first.kind === "read" ? first.etag : null };
}

/** A registry's entry only replaces a brand that is temporarily unreachable, and only for as long as it is. */
function afterSilence(own: Finding, registry: Finding): Finding {
  if (own.kind === "found") return own;
  if (registry.kind === "found") return { ...registry, passing: own.momentary };
  return { kind: "none", reason: `${own.reason}; ${registry.reason}`, momentary: own.momentary || registry.momentary };
}
