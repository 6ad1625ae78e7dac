import { z } from "zod";
import { instantOf } from "../../ground/kernel/clock.ts";
import { limitOffset, queryBoolean } from "../../ground/kernel/query.ts";
import { requiresAccount, type SalesAgent, unionOf } from "./sales-agent.ts";

export const SalesAgentListQuery = z.object({
  ...limitOffset(100, 20),
  status: z.enum(["PENDING", "ACTIVE"]).optional().describe("PENDING: agents that are not open yet"),
  relationship: z.enum(["SELF", "MARKETPLACE"]).optional().describe("SELF finds none: buyers do not own agents here"),
  name: z.string().max(255).optional().describe("Part of the name, ignoring case"),
  supportsRegistration: queryBoolean.optional().describe("Whether buyers register their own accounts"),
});

const Capabilities = z
  .object({
    version: z.string().nullable().describe("The newest AdCP release that it supports"),
    protocols: z.array(z.string()),
    extensions: z.array(z.string()),
    features: z.record(z.string(), z.unknown()),
    accounts: z.object({
      requireOperatorAuth: z.boolean(),
      defaultBilling: z.string().nullable(),
      supportedBillings: z.array(z.string()),
    }),
    publisherDomains: z.array(z.string()),
    channels: z.array(z.string()),
    lastUpdated: z.iso.datetime().nullable(),
  })
  .meta({ id: "SalesAgentCapabilities" });

export const SalesAgentView = z
  .object({
    agentId: z.string(),
    type: z.literal("SALES"),
    name: z.string(),
    description: z.string().nullable(),
    endpointUrl: z.string().describe("Empty if you reach it through storefronts, with this API"),
    protocol: z.enum(["MCP", "A2A"]),
    authenticationType: z.enum(["API_KEY", "NO_AUTH", "JWT", "OAUTH", "BASIC_AUTH"]),
    requiresOperatorAuth: z.boolean().describe("Whether each buyer brings their own credential"),
    accountResolution: z
      .enum(["explicit_account_id", "implicit_from_sync"])
      .describe(
        "explicit_account_id: choose one of the accounts it lists; implicit_from_sync: it recognises you by your brand",
      ),
    status: z.enum(["ACTIVE", "COMING_SOON"]),
    relationship: z.literal("MARKETPLACE"),
    customerAccounts: z
      .array(z.object({ accountIdentifier: z.string(), status: z.enum(["PENDING", "ACTIVE"]) }))
      .describe("Your own accounts"),
    requiresAccount: z.boolean().describe("Whether you still have to register before you can buy"),
    authConfigured: z.boolean().describe("Its seller has provided a credential that is used for all buyers"),
    billingOptions: z.object({ default: z.string().nullable(), supported: z.array(z.string()) }).nullable(),
    capabilities: Capabilities.optional(),
    createdAt: z.iso.datetime(),
  })
  .meta({ id: "SalesAgent" });

export function viewOf(agent: SalesAgent): z.input<typeof SalesAgentView> {
  const { agentId, name, description, protocol, authenticationType, requiresCredentials, authConfigured } = agent;
  const supported = unionOf(agent, ({ supportedBillings }) => supportedBillings);
  const billing = { default: supported.length === 1 ? (supported[0] ?? null) : null, supported };
  return {
    agentId,
    type: "SALES",
    name,
    description,
    endpointUrl: agent.endpointUrl ?? "",
    protocol,
    authenticationType,
    requiresOperatorAuth: requiresCredentials,
    accountResolution: requiresCredentials ? "explicit_account_id" : "implicit_from_sync",
    status: agent.isOpen ? "ACTIVE" : "COMING_SOON",
    relationship: "MARKETPLACE",
    customerAccounts: [...agent.customerAccounts],
    requiresAccount: requiresAccount(agent),
    authConfigured,
    billingOptions: supported.length > 0 ? billing : null,
    ...(agent.said.length > 0 && { capabilities: capabilitiesOf(agent, billing) }),
    createdAt: agent.createdAt.toISOString(),
  };
}

function capabilitiesOf(agent: SalesAgent, billing: { default: string | null; supported: string[] }) {
  return {
    version:
      unionOf(agent, ({ supportedVersions }) => supportedVersions)
        .sort()
        .at(-1) ?? null,
    protocols: unionOf(agent, ({ protocols }) => protocols),
    extensions: [],
    features: {},
    accounts: {
      requireOperatorAuth: agent.requiresCredentials,
      defaultBilling: billing.default,
      supportedBillings: billing.supported,
    },
    publisherDomains: unionOf(agent, ({ publisherDomains }) => publisherDomains).filter(
      (domain) => !agent.refusing.includes(domain),
    ),
    channels: unionOf(agent, ({ channels }) => channels),
    lastUpdated: instantOf(agent.saidAt),
  };
}
