import { z } from "zod";
import { limitOffset, queryBoolean } from "../../ground/kernel/query.ts";
import type { Capabilities } from "../../ground/seller-agent/index.ts";
import { type OwnAgent, typeOf } from "./own-agent.ts";

const AgentType = z.enum(["SALES", "SIGNAL", "CREATIVE", "OUTCOME"]);
const Status = z.enum(["PENDING", "ACTIVE", "DISABLED"]);

export const OwnAgentPath = z.object({ agentId: z.string().min(1).max(255) });

export const OwnAgentListQuery = z.object({
  ...limitOffset(100, 20),
  type: AgentType.optional(),
  status: Status.optional(),
  relationship: z
    .enum(["SELF", "MARKETPLACE"])
    .optional()
    .describe("MARKETPLACE finds none, because other sellers' agents are not shown"),
  name: z.string().max(255).optional().describe("Part of the name, ignoring case"),
  supportsRegistration: queryBoolean.optional().describe("Whether each buyer brings their own credential"),
});

export const OwnAgentSummary = z
  .object({
    agentId: z.string(),
    type: AgentType,
    name: z.string(),
    protocol: z.enum(["MCP", "A2A"]),
    status: Status,
    relationship: z.literal("SELF"),
    requiresOperatorAuth: z.boolean().describe("Whether each buyer brings their own credential"),
    requiresAccount: z.boolean(),
    authConfigured: z.boolean().describe("You have provided a credential that is used for all buyers"),
    createdAt: z.iso.datetime(),
    customerAccountCount: z.int().describe("Your own accounts; sellers have none"),
  })
  .meta({ id: "StorefrontAgentSummary" });

export const OwnAgentView = OwnAgentSummary.extend({
  description: z.string().nullable(),
  endpointUrl: z.string(),
  authenticationType: z.enum(["API_KEY", "NO_AUTH", "JWT", "OAUTH", "BASIC_AUTH"]),
  billingOptions: z.object({ default: z.string().nullable(), supported: z.array(z.string()) }).nullable(),
  customerId: z.int(),
  reportingType: z.enum(["WEBHOOK", "BUCKET", "POLLING"]).nullable(),
  reportingPollingCadence: z.enum(["DAILY", "MONTHLY"]).nullable(),
  hasCustomerAccount: z.boolean(),
  hasMasterAccount: z.boolean(),
  sourceIds: z.array(z.string()).describe("The sources that it is behind"),
  updatedAt: z.iso.datetime(),
  oauth: z.null().describe("Consent is started with POST /agents/{agentId}/oauth/authorize"),
}).meta({ id: "StorefrontAgent" });

export const RefreshedCapabilities = z
  .object({
    version: z.string().describe("The newest AdCP release that it supports; empty if it does not say"),
    protocols: z.array(z.string()),
    tools: z.array(z.string()),
    requireOperatorAuth: z.boolean(),
    defaultBilling: z.string().nullable(),
    supportedBillings: z.array(z.string()),
  })
  .meta({ id: "AgentCapabilities" });

export function summaryOf({ agentId, face }: OwnAgent): z.input<typeof OwnAgentSummary> {
  const { name, protocol, status, requiresCredentials, authConfigured, createdAt } = face;
  return {
    agentId,
    type: typeOf(face),
    name,
    protocol: protocol ?? "MCP",
    status,
    relationship: "SELF",
    requiresOperatorAuth: requiresCredentials,
    requiresAccount: requiresCredentials,
    authConfigured,
    createdAt: createdAt.toISOString(),
    customerAccountCount: 0,
  };
}

export function viewOf(agent: OwnAgent): z.input<typeof OwnAgentView> {
  const { face, sources } = agent;
  const { capabilities } = face;
  return {
    ...summaryOf(agent),
    description: face.description,
    endpointUrl: face.endpointUrl ?? "",
    authenticationType: face.authenticationType ?? "NO_AUTH",
    billingOptions: capabilities && { default: onlyOne(capabilities), supported: [...capabilities.supportedBillings] },
    customerId: face.customerId,
    reportingType: capabilities && (capabilities.reportsByWebhook ? "WEBHOOK" : "POLLING"),
    reportingPollingCadence: capabilities && !capabilities.reportsByWebhook ? "DAILY" : null,
    hasCustomerAccount: false,
    hasMasterAccount: face.authConfigured,
    sourceIds: sources.map(({ sourceId }) => sourceId),
    updatedAt: face.updatedAt.toISOString(),
    oauth: null,
  };
}

export function capabilitiesViewOf(capabilities: Capabilities): z.input<typeof RefreshedCapabilities> {
  const { supportedVersions, protocols, tools, requireOperatorAuth, supportedBillings } = capabilities;
  return {
    version: supportedVersions.toSorted().at(-1) ?? "",
    protocols: [...protocols],
    tools: [...tools],
    requireOperatorAuth: requireOperatorAuth ?? false,
    defaultBilling: onlyOne(capabilities),
    supportedBillings: [...supportedBillings],
  };
}

function onlyOne({ supportedBillings }: Capabilities): string | null {
  return supportedBillings.length === 1 ? (supportedBillings[0] ?? null) : null;
}
