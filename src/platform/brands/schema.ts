import { z } from "zod";
import type { Installation } from "../../ground/kernel/context.ts";
import { domainInput } from "../../ground/kernel/domain.ts";
import { type Brand, operatorsAt } from "./brand.ts";
import { type Knowledge, leftAlone } from "./knowledge.ts";
import { logoIn, manifestOf } from "./manifest.ts";
import { AuthorisedOperator } from "./published/brand-document.ts";

export const ResolveBrandBody = z
  .object({ domain: domainInput.describe("The brand's domain, or a URL on it") })
  .meta({ id: "ResolveBrand" });

export const ResolvedBrand = z
  .object({
    resolved: z.boolean(),
    domain: z.string(),
    brandName: z.string().optional(),
    logoUrl: z.string().nullable().optional(),
    logoBackground: z
      .string()
      .nullable()
      .optional()
      .describe("The background that the logo is made for: `dark-bg`, `light-bg`"),
    manifestUrl: z.string().optional().describe("The URL it was read from"),
    manifest: z.looseObject({ name: z.string() }).optional(),
    registryEntry: z
      .looseObject({})
      .nullable()
      .optional()
      .describe("Set if the data is a registry's, not the brand's own"),
    authorizedOperators: z.array(AuthorisedOperator).optional().describe("Who may currently act for the brand"),
    houseBrand: z
      .boolean()
      .optional()
      .describe("True if the domain belongs to a house itself, not to one of its brands"),
    warning: z.string().optional(),
    error: z.string().optional().describe("Where we looked, and what was found"),
    builderUrl: z
      .string()
      .optional()
      .describe("A registry in which the brand can be entered; only if one is configured"),
  })
  .meta({ id: "ResolvedBrand" });

export function viewOf(
  domain: string,
  known: Knowledge | undefined,
  installation: Installation,
  wall: Date,
): z.input<typeof ResolvedBrand> {
  if (known?.brand) return resolved(known.brand, wall);
  const { brandRegistryUrl } = installation;
  return {
    resolved: false,
    domain,
    error: leftAlone(domain, installation) ?? known?.reason ?? "it could not be looked up",
    ...(brandRegistryUrl && { builderUrl: new URL(brandRegistryUrl).origin }),
  };
}

function resolved(brand: Brand, wall: Date): z.input<typeof ResolvedBrand> {
  const { domain, name, url, source, profile, isHouse, warning } = brand;
  const logo = logoIn(profile);
  return {
    resolved: true,
    domain,
    brandName: name,
    logoUrl: logo?.url ?? null,
    logoBackground: logo?.background ?? null,
    manifestUrl: url,
    manifest: manifestOf(brand),
    registryEntry: source === "registry" ? { domain, brandName: name, url } : null,
    authorizedOperators: operatorsAt(brand, wall),
    houseBrand: isHouse,
    ...(warning && { warning }),
  };
}
