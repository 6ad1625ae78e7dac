import { z } from "zod";
import { instantOf } from "../../../ground/kernel/clock.ts";
import type { AdvertiserNames } from "../../../ground/kernel/context.ts";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import { type ConnectedAccount, rowStatusOf } from "../accounts/connected-account.ts";
import type { Mapping } from "../accounts/mapping-store.ts";
import { adapterOf } from "../catalogue.ts";
import type { Connection } from "./connection.ts";
import type { FeaturePolicy } from "./policy-store.ts";
import type { WiredStorefront } from "./wired-storefront.ts";

export const ConnectionPath = z.object({ connectionId: integerId("connectionId") });
export const AccountPath = ConnectionPath.extend({ accountId: integerId("accountId") });
export const WiredPath = z.object({ storefrontId: integerId("storefrontId") });

const text = z.string().nullable();
const instant = z.iso.datetime();
const authModes = z.array(z.enum(["oauth", "bearer"]));

export const PolicyBody = z
  .strictObject({
    buyEnabled: z.boolean().optional(),
    eventsEnabled: z.boolean().optional(),
    feedsEnabled: z.boolean().optional(),
  })
  .meta({ id: "ConnectionPolicyChange" });

export const PolicyView = z
  .object({
    buyEnabled: z.boolean(),
    eventsEnabled: z.boolean(),
    feedsEnabled: z.boolean(),
    updatedAt: instant.nullable(),
  })
  .meta({ id: "StorefrontConnectionFeaturePolicy" });

const WiredView = z.object({
  id: z.string(),
  platformId: z.string(),
  name: z.string(),
  publisherDomain: text,
  brandName: text,
  logoUrl: text,
  logoBackground: text,
  description: text,
  channels: z.array(z.string()),
  regions: z.array(z.string()),
  website: text,
  providerType: z.string(),
  providerDisplayName: z.string(),
  sourceKind: z.enum(["sales", "creative"]),
  credentialMode: z.literal("BYOK").nullable().describe("BYOK: each buyer connects it for itself"),
  routingMode: z.literal("ADAPTER"),
  agentSources: z.array(z.object({ sourceId: z.string(), name: z.string() })),
});

const ConnectionRow = z.object({
  id: z.string(),
  storefrontId: z.string(),
  customerId: z.int(),
  kind: z.literal("adapter"),
  ownerKind: z.enum(["operator", "buyer"]),
  providerType: z.string(),
  sourceKind: z.enum(["sales", "creative"]),
  status: z.enum(["PENDING", "CONNECTED", "ERROR"]),
  statusReason: text.describe("What is wrong, and what to do"),
  metadata: z.record(z.string(), z.unknown()),
  createdBy: text,
  connectedBy: text,
  reauthoriseBy: instant.nullable().describe("The consent expires then in any event: connect again before that"),
  missingScopes: z.array(z.string()).describe("Permissions that are needed and were not granted"),
  archivedAt: z.null(),
  createdAt: instant,
  updatedAt: instant,
});

const CredentialRow = z.object({
  id: z.string(),
  connectionId: z.string(),
  credentialKind: z.enum(["OAUTH", "BEARER"]),
  scopes: z.array(z.string()),
  expiresAt: instant.nullable(),
  lastRefreshedAt: instant.nullable(),
  status: z.enum(["PENDING", "ACTIVE", "REVOKED"]),
});

export const SummaryView = z
  .object({
    storefront: WiredView,
    status: z.enum(["not_connected", "connected", "needs_account_selection", "error"]),
    authModes,
    setupRequired: z
      .object({ code: z.literal("oauth_client_not_configured"), message: z.string() })
      .nullable()
      .describe("What the installation's operator has to do first"),
    accountCount: z.int(),
    mappedAdvertiserCount: z.int(),
    featurePolicy: PolicyView,
    connection: ConnectionRow.nullable(),
    credential: CredentialRow.nullable(),
  })
  .meta({ id: "StorefrontConnection" });

export const HandoffView = z
  .object({
    connectionUrl: z
      .string()
      .describe(
        "Open it in a browser: a page of this server that leads to the platform's consent, or asks for its key",
      ),
    authModes,
    preferredAuthMode: z.enum(["oauth", "bearer"]),
    storefront: WiredView,
    connection: ConnectionRow.nullable(),
  })
  .meta({ id: "StorefrontConnectionHandoff" });

const MappingView = z.object({
  linkId: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  agentId: z.string(),
  advertiserId: text,
  advertiserName: text,
  brandDomain: text.describe("For a seller's connection: the brand that buys under the account"),
  unreachableAt: z.null(),
  linkedAt: instant,
  updatedAt: instant,
});

export const AccountView = z
  .object({
    id: z.string(),
    connectionId: z.string(),
    credentialId: text,
    externalAccountId: z.string(),
    name: text,
    advertiser: text,
    currency: text,
    timeZone: text,
    status: z.enum(["PENDING", "ACTIVE", "DISABLED", "ERROR"]),
    providerStatus: z.enum(["active", "pending_approval", "payment_required", "rejected", "suspended", "closed"]),
    providerRawStatus: text,
    accountType: z.string().describe("organization rows group others; they cannot be assigned or bought under"),
    parentExternalId: text,
    parentName: text,
    isTest: z.boolean(),
    isDefault: z.boolean(),
    isSelected: z.boolean(),
    archivedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
    mappedAdvertisers: z.array(MappingView),
  })
  .meta({ id: "StorefrontConnectionAccount" });

export const MappingBody = z
  .strictObject({
    advertiserId: integerId("advertiserId")
      .optional()
      .describe("One of your advertisers, if the connection is a buyer's"),
    brandDomain: domainInput.optional().describe("Whoever buys for this brand, if the connection is the seller's"),
    sourceId: z.string().min(1).max(64).optional().describe("The platform's own name for it, if it is sent at all"),
  })
  .refine(({ advertiserId, brandDomain }) => (advertiserId === undefined) !== (brandDomain === undefined), {
    path: ["advertiserId"],
    message: "send advertiserId, or brandDomain under a seller's connection",
  })
  .meta({ id: "ConnectionAccountMapping" });

export const TokenBody = z
  .strictObject({ token: z.string().trim().min(1).max(4_096).describe("Stored encrypted, and never shown again") })
  .meta({ id: "ConnectionToken" });

export function wiredViewOf(wired: WiredStorefront): z.input<typeof WiredView> {
  const { customerId: _, storefrontId, provider, ownerKind, agentId: __, inventorySourceId: ___, ...rest } = wired;
  const describe = adapterOf(provider)?.describe;
  const providerDisplayName = describe?.displayName ?? provider;
  return {
    ...rest,
    id: String(storefrontId),
    channels: [...wired.channels],
    regions: [...wired.regions],
    providerType: provider,
    providerDisplayName,
    sourceKind: describe?.sourceKind ?? "sales",
    credentialMode: ownerKind === "buyer" ? "BYOK" : null,
    routingMode: "ADAPTER",
    agentSources: [{ sourceId: provider, name: providerDisplayName }],
  };
}

export function connectionRowOf(connection: Connection): z.input<typeof ConnectionRow> {
  const { provider, status, scopes } = connection;
  const adapter = adapterOf(provider);
  const needed = status === "CONNECTED" && connection.credentialKind === "OAUTH" ? (adapter?.oauth?.scopes ?? []) : [];
  return {
    id: String(connection.connectionId),
    storefrontId: String(connection.storefrontId),
    customerId: connection.customerId,
    kind: "adapter",
    ownerKind: connection.ownerKind,
    providerType: provider,
    sourceKind: adapter?.describe.sourceKind ?? "sales",
    status: status === "DISCONNECTED" ? "PENDING" : status,
    statusReason: connection.statusReason,
    metadata: {},
    createdBy: connection.createdBy,
    connectedBy: connection.connectedBy,
    reauthoriseBy: instantOf(connection.reauthoriseBy),
    missingScopes: needed.filter((scope) => !scopes.includes(scope)),
    archivedAt: null,
    createdAt: connection.createdAt.toISOString(),
    updatedAt: connection.updatedAt.toISOString(),
  };
}

export function credentialRowOf(connection: Connection): z.input<typeof CredentialRow> | null {
  if (connection.status === "PENDING") return null;
  const { connectionId, credentialKind, scopes, expiresAt, lastRefreshedAt, status } = connection;
  return {
    id: String(connectionId),
    connectionId: String(connectionId),
    credentialKind,
    scopes: [...scopes],
    expiresAt: instantOf(expiresAt),
    lastRefreshedAt: instantOf(lastRefreshedAt),
    status: status === "CONNECTED" ? "ACTIVE" : "REVOKED",
  };
}

export function policyViewOf({ updatedAt, ...policy }: FeaturePolicy): z.input<typeof PolicyView> {
  return { ...policy, updatedAt: instantOf(updatedAt) };
}

export function accountViewOf(
  account: ConnectedAccount,
  { provider, agentId }: Pick<WiredStorefront, "provider" | "agentId">,
  mappings: readonly Mapping[],
  names: AdvertiserNames,
): z.input<typeof AccountView> {
  const own = mappings.filter(({ accountId }) => accountId === account.accountId);
  return {
    id: String(account.accountId),
    connectionId: String(account.connectionId),
    credentialId: String(account.connectionId),
    externalAccountId: account.externalAccountId,
    name: account.name,
    advertiser: account.advertiser,
    currency: account.currency,
    timeZone: account.timeZone,
    status: rowStatusOf(account),
    providerStatus: account.status,
    providerRawStatus: account.rawStatus,
    accountType: account.type,
    parentExternalId: account.parentExternalId,
    parentName: account.parentName,
    isTest: account.test === true,
    isDefault: account.isSelected,
    isSelected: account.isSelected,
    archivedAt: instantOf(account.archivedAt),
    createdAt: account.createdAt.toISOString(),
    updatedAt: account.updatedAt.toISOString(),
    mappedAdvertisers: own.map((mapping) => mappingViewOf(mapping, { provider, agentId }, names)),
  };
}

function mappingViewOf(
  mapping: Mapping,
  { provider, agentId }: Pick<WiredStorefront, "provider" | "agentId">,
  names: AdvertiserNames,
) {
  return {
    linkId: String(mapping.mappingId),
    sourceId: provider,
    sourceName: adapterOf(provider)?.describe.displayName ?? provider,
    agentId,
    advertiserId: mapping.advertiserId === null ? null : String(mapping.advertiserId),
    advertiserName: mapping.advertiserId === null ? null : (names.get(mapping.advertiserId) ?? null),
    brandDomain: mapping.brandDomain,
    unreachableAt: null,
    linkedAt: mapping.createdAt.toISOString(),
    updatedAt: mapping.updatedAt.toISOString(),
  };
}
