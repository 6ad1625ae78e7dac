import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { LinkedStorefrontView, LinkMessage, linkedViewOf, type StorefrontLink } from "../links/index.ts";
import { Simulation } from "../simulated/index.ts";
import { Auth } from "./auth.ts";
import type { Source } from "./source.ts";

const SourceName = z.string().trim().min(1).max(255);
const SourceType = z.enum(["SALES", "SIGNAL", "CREATIVE", "OUTCOME"]);
const Protocol = z.enum(["MCP", "A2A"]);
const AuthenticationType = z.enum(["API_KEY", "NO_AUTH", "JWT", "OAUTH", "BASIC_AUTH"]);
const Status = z.enum(["PENDING", "ACTIVE", "DISABLED"]);
const endpointUrl = z.url({ error: "an absolute URL" }).max(2048);
const description = z.string().max(2000);
const buyersBringOwn = z
  .boolean()
  .describe(
    "Each buyer brings their own credential, and yours is only used to test the agent; with OAUTH, each buyer consents separately",
  );
/** Some clients send an empty object for no `auth`. */
const authInput = z.union([Auth, z.strictObject({}).transform(() => undefined)], {
  error: "auth is { type: api_key | apikey | bearer, token }, { type: basic, username, password } or { type: jwt, … }",
});

export const NewSourceBody = z
  .object({
    name: SourceName,
    sourceId: z
      .string()
      .max(255)
      .regex(/^[A-Za-z0-9][A-Za-z0-9._~-]*$/, "letters, digits and . _ ~ -, a letter or digit first")
      .optional()
      .describe("Unique in the storefront; by default derived from the name"),
    executionType: z.enum(["AGENT", "SIMULATED", "LINKED_STOREFRONT"]).default("AGENT"),
    type: SourceType.optional(),
    endpointUrl: endpointUrl.optional(),
    protocol: Protocol.optional(),
    authenticationType: AuthenticationType.optional(),
    auth: authInput.optional(),
    buyersBringOwn: buyersBringOwn.optional(),
    description: description.optional(),
    simulation: Simulation.optional().describe("What a SIMULATED source simulates; sandboxes only"),
    platformId: z.string().min(1).max(255).optional().describe("The storefront that a LINKED_STOREFRONT sells from"),
    requestMessage: LinkMessage.optional().describe("The message to the operator of that storefront"),
  })
  .superRefine((body, context) => {
    for (const field of REQUIRED[body.executionType]) {
      if (body[field] === undefined)
        context.addIssue({
          code: "custom",
          path: [field],
          message: `a source of the type ${body.executionType} needs it`,
        });
    }
    if (body.authenticationType === "JWT" && !body.auth)
      context.addIssue({ code: "custom", path: ["auth"], message: "a JWT source needs its key from the beginning" });
  })
  .meta({ id: "NewInventorySource" });

const REQUIRED = {
  AGENT: ["type", "endpointUrl", "protocol", "authenticationType"],
  SIMULATED: ["simulation"],
  LINKED_STOREFRONT: ["platformId"],
} as const;

/** Partial: omitted fields stay as they are, including `auth`. The type is fixed at creation and ignored here. */
export const SourceChangeBody = z
  .object({
    name: SourceName.optional(),
    description: description.nullable().optional(),
    endpointUrl: endpointUrl.optional(),
    protocol: Protocol.optional(),
    authenticationType: AuthenticationType.optional(),
    auth: authInput.optional(),
    buyersBringOwn: buyersBringOwn.optional(),
    status: Status.optional(),
    simulation: Simulation.extend({ requiresKey: z.string().min(1).nullable().optional() }).optional(),
  })
  .meta({ id: "InventorySourceChange" });

export type NewSourceBody = z.output<typeof NewSourceBody>;
export type SourceChangeBody = z.output<typeof SourceChangeBody>;

const PublishedExecutionType = z.enum(["AGENT", "MANAGED_SALES_AGENT", "LINKED_STOREFRONT", "MODULAR_SOURCE"]);

/**
 * A simulated publisher stands in for an external agent, as does a platform's adapter, and the published API has no
 * other name for them.
 */
export function publishedExecutionTypeOf({ executionType }: Pick<Source, "executionType">) {
  return executionType === "SIMULATED" || executionType === "PROVIDER_ADAPTER" ? "AGENT" : executionType;
}

export const SourcePath = z.object({ sourceId: z.string().min(1).max(255) });

export const SourceView = z
  .object({
    id: z.string().describe("A decimal number, as a string; unique on the installation"),
    sourceId: z.string().describe("Unique in the storefront"),
    name: z.string(),
    description: z.string().nullable(),
    executionType: PublishedExecutionType.describe(
      "A simulated publisher is an AGENT: `simulation` says that it is one",
    ),
    status: Status,
    type: SourceType.nullable(),
    agentId: z.string().nullable(),
    endpointUrl: z.string().nullable(),
    protocol: Protocol.nullable(),
    authenticationType: AuthenticationType.nullable(),
    authConfigured: z.boolean().describe("Whether your credential is stored; it is never shown"),
    requiresCredentials: z.boolean().describe("Whether each buyer brings their own credential"),
    buyersBringOwn: z.boolean().describe("Whether you require it, although your credential would work"),
    connectionError: z.string().nullable().describe("Why the last connection check failed, and what to do"),
    connectedAt: z.iso.datetime().nullable().describe("When the agent last reported its capabilities"),
    creativeHasCreativeLibrary: z
      .boolean()
      .nullable()
      .describe(
        "As its agent says: with a library, creatives are synced to it; without one, they are sent in the packages; " +
          "null if it does not say",
      ),
    simulation: Simulation.omit({ requiresKey: true }).nullable(),
    managedSa: z.null(),
    oauth: z
      .object({ authorizationUrl: z.url(), agentId: z.string(), agentName: z.string() })
      .optional()
      .describe(
        "Where to consent for your storefront, in a browser, within ten minutes; for a source that waits for consent",
      ),
    linkedStorefront: LinkedStorefrontView.nullable().describe(
      "The other storefront, and the status of the link to it",
    ),
    isAdapterSource: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "InventorySource" });

export function viewOf(source: Source, link?: StorefrontLink): z.input<typeof SourceView> {
  const { inventorySourceId, simulation, capabilities, capabilitiesAt, createdAt, updatedAt, ...rest } = source;
  return {
    ...rest,
    id: String(inventorySourceId),
    executionType: publishedExecutionTypeOf(source),
    connectedAt: instantOf(capabilitiesAt),
    creativeHasCreativeLibrary: capabilities?.hasCreativeLibrary ?? null,
    simulation,
    managedSa: null,
    linkedStorefront: link ? linkedViewOf(link) : null,
    isAdapterSource: source.executionType === "PROVIDER_ADAPTER",
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}
