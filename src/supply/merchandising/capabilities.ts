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

/** A storefront's capabilities, from the last statements of its sources; a source without one adds nothing. */
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
    // The storefront knows its buyers by themselves; a source that does not asks for their credentials.
    requireOperatorAuth: false,
    supportedBillings: union(({ supportedBillings }) => supportedBillings),
    // An order keeps its key for ever; a week is the most that AdCP 3.1 lets a seller promise.
    idempotencyTtlSeconds: (7 * DAY_MS) / SECOND_MS,
    ...(said.length > 0 && said.every((one) => one?.holdsInventory) && { holdsInventory: true }),
    ...(sources.some(({ makesProposals }) => makesProposals) && { makesProposals: true }),
    // What is declared must be honoured whichever source is bought from (AdCP 3.1, `execution.targeting`).
    targeting: honouredByAll(said.map((one) => one?.targeting ?? [])),
  };
}

/** A source that makes creatives does so once its platform is connected; where each buyer connects it, each finds out. */
export function makesCreatives({ type, capabilities, authConfigured, authenticationType, heldBack }: Source): boolean {
  const offers = type === "CREATIVE" && !heldBack && (capabilities?.tools.includes("build_creative") ?? false);
  return offers && (authConfigured || authenticationType === "NO_AUTH");
}

interface Written {
  /** The publishers that do not name the storefront as their seller. */
  readonly refusing: ReadonlySet<string>;
  /** What the acceptance policy says; null where none is active. */
  readonly policy: string | null;
}

/** Including the operator's own texts about the storefront, which take precedence over its sources'. */
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

/** AdCP's `portfolio.advertising_policies` ends there. */
const LONGEST_POLICY = 10_000;

/** True where one is, false where all are, and null, which is unknown, in between. */
function anyOf(flags: readonly (boolean | null)[]): boolean | null {
  if (flags.includes(true)) return true;
  return flags.length > 0 && flags.every((flag) => flag === false) ? false : null;
}
