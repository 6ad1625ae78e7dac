import { DAY_MS, SECOND_MS } from "../../ground/kernel/clock.ts";
import type { Capabilities } from "../../ground/seller-agent/index.ts";
import { honouredByAll } from "../../ground/seller-agent/targeting/index.ts";
import type { Source } from "../sources/index.ts";
import { channelsOf, descriptionOf } from "./presentation.ts";
import { authorisedOf, type Shopfront } from "./shopfront.ts";

const TOOLS = [
  "get_adcp_capabilities",
  "get_products",
  "list_creative_formats",
  "sync_creatives",
  "create_media_buy",
  "update_media_buy",
  "get_media_buys",
  "get_media_buy_delivery",
  "get_task_status",
];

/** A storefront's capabilities, derived from what its sources last stated; a source that stated nothing adds nothing. */
export function unionOf(said: readonly (Capabilities | null)[]): Capabilities {
  const sources = said.filter((one) => one !== null);
  const union = (of: (one: Capabilities) => readonly string[]) => [...new Set(sources.flatMap(of))];
  return {
    supportedVersions: ["3.0", "3.1"],
    protocols: ["media_buy"],
    tools: sources.some(({ tools }) => tools.includes("sync_catalogs")) ? [...TOOLS, "sync_catalogs"] : TOOLS,
    channels: union(({ channels }) => channels),
    publisherDomains: union(({ publisherDomains }) => publisherDomains),
    hasCreativeLibrary: anyOf(sources.map(({ hasCreativeLibrary }) => hasCreativeLibrary)),
    // The storefront recognises its buyers itself; a source that needs their credentials asks for them.
    requireOperatorAuth: false,
    supportedBillings: union(({ supportedBillings }) => supportedBillings),
    // An order keeps its key for ever, but AdCP 3.1 lets a seller promise a week at most.
    idempotencyTtlSeconds: (7 * DAY_MS) / SECOND_MS,
    ...(said.length > 0 && said.every((one) => one?.holdsInventory) && { holdsInventory: true }),
    ...(sources.some(({ makesProposals }) => makesProposals) && { makesProposals: true }),
    // A declared dimension must be honoured whichever source is bought from (AdCP 3.1, `execution.targeting`).
    targeting: honouredByAll(said.map((one) => one?.targeting ?? [])),
  };
}

/**
 * A source that produces creatives can do so once the seller has connected its platform. If each buyer connects the
 * platform itself, the source always counts, and each buyer finds out.
 */
export function makesCreatives({ type, capabilities, authConfigured, authenticationType, heldBack }: Source): boolean {
  const offers = type === "CREATIVE" && !heldBack && (capabilities?.tools.includes("build_creative") ?? false);
  return offers && (authConfigured || authenticationType === "NO_AUTH");
}

interface Written {
  /** The publishers that do not list the storefront as an authorised seller. */
  readonly refusing: ReadonlySet<string>;
  /** The text of the acceptance policy; null if none is active. */
  readonly policy: string | null;
}

/** Adds the operator's own texts about the storefront, which take precedence over those of its sources. */
export function presented(union: Capabilities, shopfront: Shopfront, { refusing, policy }: Written): Capabilities {
  const { presentation } = shopfront;
  const authorised = authorisedOf(shopfront)?.domains;
  const sold = authorised ? union.publisherDomains.filter((one) => authorised.includes(one)) : union.publisherDomains;
  const declared = channelsOf(presentation);
  const description = descriptionOf(presentation);
  const isDisclosed = presentation.advertisingPolicyDisclosure.length > 0;
  return {
    ...union,
    ...(declared.length > 0 && { channels: declared }),
    publisherDomains: [...new Set([...sold, ...(authorised ?? [])])].filter((domain) => !refusing.has(domain)),
    ...(description !== "" && { description }),
    ...(presentation.acceptedCountries && { countries: presentation.acceptedCountries }),
    ...(isDisclosed && policy && { advertisingPolicies: policy.slice(0, LONGEST_POLICY) }),
  };
}

/** The maximum length of AdCP's `portfolio.advertising_policies`. */
const LONGEST_POLICY = 10_000;

/** True if any flag is true, false if all are false, otherwise null for unknown. */
function anyOf(flags: readonly (boolean | null)[]): boolean | null {
  if (flags.includes(true)) return true;
  return flags.length > 0 && flags.every((flag) => flag === false) ? false : null;
}
