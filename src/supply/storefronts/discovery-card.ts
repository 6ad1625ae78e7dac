import { z } from "zod";
import { activeSources, advertised, type Storefront } from "./storefront.ts";

export const LogoBackground = z.enum(["dark-bg", "light-bg", "transparent-bg"]).nullable();

const Coverage = z.enum(["declared", "partial", "unknown"]);
const Provenance = z.enum(["operator", "registry", "upstream_capabilities", "unknown"]);

/** A storefront as buyers see it before they contact it. */
export const DiscoveryCard = z
  .object({
    storefrontId: z.string(),
    platformId: z.string(),
    storefrontKind: z.enum(["managed", "external_pass_through"]),
    displayName: z.string(),
    logoUrl: z.string().nullable(),
    logoBackground: LogoBackground,
    description: z.string().nullable(),
    website: z.string().nullable(),
    brandColors: z.record(z.string(), z.string()).nullable(),
    channels: z.array(z.string()),
    countries: z.array(z.string()),
    acceptsAllCountries: z.boolean(),
    coverageDeclarations: z.array(
      z.object({ channels: z.array(z.string()), countries: z.array(z.string()), acceptsAllCountries: z.boolean() }),
    ),
    advertisingPolicies: z.string().nullable(),
    coverage: z.object({ channels: Coverage, countries: Coverage }),
    provenance: z.object({
      identity: z.object({
        displayName: Provenance,
        logoUrl: Provenance,
        description: Provenance,
        website: Provenance,
        brandColors: Provenance,
      }),
      coverage: z.object({ channels: Provenance, countries: Provenance }),
      advertisingPolicies: Provenance,
    }),
  })
  .meta({ id: "DiscoveryCard" });

/** The operator's statements take precedence over those of the agents behind the storefront. */
export function discoveryCardOf(storefront: Storefront): z.input<typeof DiscoveryCard> {
  const { storefrontId, platformId, name, logoUrl, logoBackground, brandColors, description, website } = storefront;
  const channels = declared(outwardChannels(storefront.channels), advertised(storefront, "channels"));
  const countries = declared(storefront.acceptedCountries ?? [], advertised(storefront, "countries"));
  const by = (value: unknown) => (value === null ? "unknown" : "operator");
  return {
    storefrontId: String(storefrontId),
    platformId,
    storefrontKind: isPassThrough(storefront) ? "external_pass_through" : "managed",
    displayName: name,
    logoUrl,
    logoBackground,
    description,
    website,
    brandColors,
    channels: channels.values,
    countries: countries.values,
    acceptsAllCountries: storefront.acceptsAllCountries,
    coverageDeclarations: activeSources(storefront).map((source) => ({
      channels: [...source.channels],
      countries: [...source.countries],
      acceptsAllCountries: false,
    })),
    advertisingPolicies: null,
    coverage: {
      channels: channels.values.length > 0 ? "declared" : "unknown",
      countries: storefront.acceptsAllCountries || countries.values.length > 0 ? "declared" : "unknown",
    },
    provenance: {
      identity: {
        displayName: "operator",
        logoUrl: by(logoUrl),
        description: by(description),
        website: by(website),
        brandColors: by(brandColors),
      },
      coverage: {
        channels: channels.from,
        countries: storefront.acceptsAllCountries ? "operator" : countries.from,
      },
      advertisingPolicies: "unknown",
    },
  };
}

/** The legacy code `audio` is shown as AdCP's `streaming_audio`. */
export function outwardChannels(channels: readonly string[]): string[] {
  return channels.map((channel) => (channel === "audio" ? "streaming_audio" : channel));
}

function declared(byOperator: readonly string[], byAgents: readonly string[]) {
  if (byOperator.length > 0) return { values: [...byOperator], from: "operator" as const };
  if (byAgents.length > 0) return { values: [...byAgents], from: "upstream_capabilities" as const };
  return { values: [], from: "unknown" as const };
}

/** Whether there is only one agent, which is external: its products are passed through unchanged. */
function isPassThrough(storefront: Storefront): boolean {
  const [only, ...others] = activeSources(storefront);
  return only?.executionType === "AGENT" && others.length === 0;
}
