import { z } from "zod";
import { Conflict, Invalid, InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { addProviderSource } from "../../sources/provider/index.ts";
import { capabilitiesOf } from "../agent/provider-seller.ts";
import { adapterOf, listAdapters } from "../catalogue.ts";
import { PROVIDERS } from "../contract/provider.ts";

const WiringBody = z
  .strictObject({
    providerType: z.enum(PROVIDERS),
    ownerKind: z
      .enum(["operator", "buyer"])
      .default("operator")
      .describe("operator: you connect the platform for all your buyers. buyer: each buyer connects it"),
  })
  .meta({ id: "StorefrontAdapter" });

const WiringView = z
  .object({
    storefrontId: z.string(),
    providerType: z.enum(PROVIDERS),
    ownerKind: z.enum(["operator", "buyer"]),
    sourceKind: z.enum(["sales", "creative"]),
    nextStep: z.string().describe("The next step"),
  })
  .meta({ id: "StorefrontAdapterState" });

/** Not in the published contract, in which the operator of the service connects storefronts. */
export const setStorefrontAdapter = operation({
  id: "setStorefrontAdapter",
  ours: true,
  api: "storefront",
  method: "put",
  path: "/adapter",
  summary: "Choose the platform that your storefront sells on",
  description:
    "The platform's adapter sells instead of inventory sources, and buyers see a storefront like any other. Then " +
    "connect the platform: POST /storefronts/{storefrontId}/connection. The platform, and who connects it, cannot " +
    "be changed later: open another storefront instead.",
  tag: "Adapters",
  access: "manage",
  body: WiringBody,
  answer: WiringView,
  errors: [Conflict, Invalid, InvalidState, NotFound],
  audit: { resource: "STOREFRONT", idIn: "storefrontId" },
  async handle({ body }, ctx) {
    const adapter = adapterOf(body.providerType);
    if (!adapter) {
      const known = listAdapters().map(({ describe }) => describe.provider);
      throw new Invalid(
        `providerType: there is no adapter for ${body.providerType} yet: there is ${known.join(", ")}`,
        {
          field: "providerType",
        },
      );
    }
    const { provider, displayName, sourceKind } = adapter.describe;
    const source = await addProviderSource(ctx, {
      provider,
      name: displayName,
      sourceKind,
      byBuyers: body.ownerKind === "buyer",
      capabilities: capabilitiesOf(adapter),
    });
    const api = body.ownerKind === "buyer" ? "buyer" : "storefront";
    return {
      storefrontId: String(source.storefrontId),
      providerType: provider,
      ownerKind: source.authenticationType === "NO_AUTH" ? ("buyer" as const) : ("operator" as const),
      sourceKind,
      nextStep: `connect ${displayName}: POST /api/v2/${api}/storefronts/${source.storefrontId}/connection`,
    };
  },
});
