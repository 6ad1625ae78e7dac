import { z } from "zod";
import { integerId } from "../../../ground/kernel/query.ts";
import type { AgentPlace } from "../../marketplace/index.ts";
import type { Credential } from "../credential.ts";
import { RegistrationBody } from "../schema.ts";

export const AgentPath = z.object({ agentId: z.string().min(1).max(255) });

export const AccountBody = RegistrationBody.extend({
  advertiserId: integerId("advertiserId")
    .optional()
    .describe(
      "One of your own advertisers. The account belongs to your organisation; link it with POST /advertisers/{advertiserId}/accounts",
    ),
}).meta({ id: "SalesAgentAccount" });

export const AccountCredentialView = z
  .object({
    id: z.string(),
    agentId: z.string(),
    agentName: z.string().describe("The agent's id if it is no longer behind any storefront that you can see"),
    accountIdentifier: z.string(),
    accountType: z.enum(["CLIENT", "MARKETPLACE"]),
    status: z.enum(["PENDING", "ACTIVE"]),
    registeredBy: z.string().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "SalesAgentCredential" });

export function viewAtAgent(
  credential: Credential,
  places: readonly AgentPlace[],
): z.input<typeof AccountCredentialView> {
  const { credentialId, agentId, accountIdentifier, accountType, status, registeredBy } = credential;
  return {
    id: String(credentialId),
    agentId,
    agentName: places.find((place) => place.agentId === agentId)?.sourceName ?? agentId,
    accountIdentifier,
    accountType,
    status,
    registeredBy,
    createdAt: credential.createdAt.toISOString(),
    updatedAt: credential.updatedAt.toISOString(),
  };
}
