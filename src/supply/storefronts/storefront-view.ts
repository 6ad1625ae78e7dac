import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { BusinessProfileView } from "./business-profile.ts";
import { CompositionPricing } from "./composition-pricing.ts";
import { DiscoveryCard, discoveryCardOf, LogoBackground, outwardChannels } from "./discovery-card.ts";
import { blockersOf } from "./readiness.ts";
import { activeSources, advertised, type Storefront } from "./storefront.ts";

/** The Buyer API's names for them (August 2026). */
const ADAPTER_PROVIDERS = [
  "amazon",
  "audiostack",
  "elevenlabs",
  "fal",
  "gemini",
  "google",
  "linkedin",
  "meta",
  "openai",
  "pinterest",
  "reddit",
  "snap",
  "spotify",
  "tiktok",
  "veo",
] as const;

const text = z.string().nullable();
const texts = z.array(z.string());
const approval = z.enum(["auto", "manual"]);
const Capabilities = z.object({
  offersCreativeReview: z.boolean(),
  offersCampaignApproval: z.boolean(),
  offersProductComposition: z.boolean(),
});

/** The storefront as its own seller sees it (storefront contract §3.2). */
export const StorefrontView = z
  .object({
    storefrontId: z.string().describe("A decimal number, as a string"),
    platformId: z.string().describe("The public slug"),
    name: z.string(),
    publisherDomain: text,
    operatorDomain: text,
    operatorDomainVerified: z.boolean(),
    brandName: text,
    logoUrl: text,
    logoBackground: LogoBackground,
    brandColors: z.record(z.string(), z.string()).nullable(),
    membershipStatus: z.enum(["AAO_FOUNDING_MEMBER", "AAO_MEMBER", "NONE"]).nullable(),
    description: text,
    website: text,
    channels: texts,
    regions: texts,
    acceptedCountries: texts.nullable(),
    acceptsAllCountries: z.boolean(),
    advertisedCountries: texts.describe("As reported by the agents behind the storefront"),
    advertisedChannels: texts.describe("As reported by the agents behind the storefront"),
    advertisingPolicyDisclosure: z.array(z.enum(["brief_acceptance", "creative_policy"])),
    supportedLanguages: texts.nullable(),
    discoveryCard: DiscoveryCard,
    demandContactName: text,
    demandContactEmail: text,
    routingMode: z.enum(["CHEF", "ADAPTER"]),
    adapterProviderType: z
      .enum(ADAPTER_PROVIDERS)
      .nullable()
      .describe("The platform that it is connected to, if routingMode is ADAPTER"),
    adapterSourceKind: z.enum(["sales", "creative"]).nullable(),
    adapterCredentialMode: z.literal("BYOK").nullable().describe("BYOK: each buyer connects the platform separately"),
    plan: z.literal("basic"),
    transacting: z.boolean().describe("The inverse of isPaused"),
    isPaused: z.boolean(),
    archivedAt: z.iso.datetime().nullable(),
    displayStatus: z.enum(["configuring", "transacting", "archived", "paused"]),
    marketplaceState: z.enum(["PENDING_REVIEW", "LISTED", "HIDDEN"]),
    capabilities: Capabilities.describe("The effective value"),
    configuredCapabilities: Capabilities.describe("The configured value"),
    setupIntent: z.enum(["third_party_connect", "sell_through_scope3"]).nullable(),
    compositionPricing: CompositionPricing,
    creativeApproval: approval,
    mediaBuyApproval: approval.describe("manual if nothing was configured"),
    mediaBuysHeld: z
      .enum(["every", "by_policy", "none"])
      .describe("Which media buys wait for your approval: by_policy if mediaBuyApproval was not set"),
    capabilitiesLocked: z.boolean(),
    creativeHasCreativeLibrary: z
      .boolean()
      .nullable()
      .describe("Whether an active source keeps creatives in a library; null if none says yes and not all say no"),
    advertiseAsAgent: z.boolean(),
    sellsThirdPartyInventory: z.boolean(),
    productMode: z.enum(["composition", "passthrough"]),
    businessProfile: BusinessProfileView.nullable(),
    defaultCurrency: text,
    paymentCurrencies: texts,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "Storefront" });

export function viewOf(storefront: Storefront): z.input<typeof StorefrontView> {
  const { capabilities, acceptedCountries, supportedLanguages, archivedAt, createdAt, updatedAt } = storefront;
  const active = activeSources(storefront);
  return {
    ...storefront,
    storefrontId: String(storefront.storefrontId),
    channels: outwardChannels(storefront.channels),
    regions: [...storefront.regions],
    acceptedCountries: acceptedCountries && [...acceptedCountries],
    supportedLanguages: supportedLanguages && [...supportedLanguages],
    advertisedCountries: advertised(storefront, "countries"),
    advertisedChannels: advertised(storefront, "channels"),
    advertisingPolicyDisclosure: [...storefront.advertisingPolicyDisclosure],
    discoveryCard: discoveryCardOf(storefront),
    ...routingOf(storefront),
    plan: "basic",
    transacting: !storefront.isPaused,
    archivedAt: instantOf(archivedAt),
    displayStatus: displayStatusOf(storefront),
    capabilities: {
      ...capabilities,
      offersProductComposition: capabilities.offersProductComposition && active.length > 0,
    },
    configuredCapabilities: capabilities,
    capabilitiesLocked: active.some(({ executionType }) => executionType === "MANAGED_SALES_AGENT"),
    mediaBuyApproval: storefront.mediaBuyApproval ?? "manual",
    mediaBuysHeld: heldBuysOf(storefront),
    creativeHasCreativeLibrary: libraryOf(active.map(({ hasCreativeLibrary }) => hasCreativeLibrary)),
    advertiseAsAgent: active.length > 0,
    paymentCurrencies: [...storefront.paymentCurrencies],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function routingOf({ backing }: Storefront) {
  const wired = backing.find(
    ({ executionType, status }) => executionType === "PROVIDER_ADAPTER" && status === "ACTIVE",
  );
  if (!wired)
    return {
      routingMode: "CHEF",
      adapterProviderType: null,
      adapterSourceKind: null,
      adapterCredentialMode: null,
    } as const;
  return {
    routingMode: "ADAPTER",
    // A platform's source has the platform's name as its id.
    adapterProviderType: ADAPTER_PROVIDERS.find((one) => one === wired.sourceId) ?? null,
    adapterSourceKind: wired.type === "CREATIVE" ? "creative" : "sales",
    adapterCredentialMode: wired.authenticationType === "NO_AUTH" ? "BYOK" : null,
  } as const;
}

function libraryOf(said: readonly (boolean | null)[]): boolean | null {
  if (said.includes(true)) return true;
  return said.length > 0 && said.every((one) => one === false) ? false : null;
}

/** Which new media buys are held for the storefront's people. */
function heldBuysOf({ mediaBuyApproval, productMode }: Storefront): z.input<typeof StorefrontView>["mediaBuysHeld"] {
  if (mediaBuyApproval === "auto" || productMode === "passthrough") return "none";
  return mediaBuyApproval === "manual" ? "every" : "by_policy";
}

/** A storefront that was never ready to open is being configured; one that is ready but closed is paused. */
function displayStatusOf(storefront: Storefront): z.input<typeof StorefrontView>["displayStatus"] {
  if (storefront.archivedAt) return "archived";
  if (!storefront.isPaused) return "transacting";
  return blockersOf(storefront).length > 0 ? "configuring" : "paused";
}
