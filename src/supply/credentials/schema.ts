import { z } from "zod";
import { integerId } from "../../ground/kernel/query.ts";
import { type AgentPlace, StorefrontPath } from "../marketplace/index.ts";
import { Auth } from "../sources/index.ts";
import type { Credential } from "./credential.ts";
import type { Registered } from "./register-credential.ts";

export const SourcePath = StorefrontPath.extend({ sourceId: z.string().min(1).max(255) });
export const CredentialPath = z.object({ credentialId: integerId("credentialId") });

/**
 * The required fields depend on the source, and an incomplete request is answered with a list of them, so the schema
 * requires nothing.
 */
export const RegistrationBody = z
  .object({
    accountIdentifier: z
      .string()
      .trim()
      .min(1)
      .max(255)
      .optional()
      .describe("Your name for the account; required, and unique at the agent"),
    auth: z.union([Auth, z.looseObject({})]).optional(),
    marketplaceAccount: z.boolean().default(false).describe("Only for administrators of the platform"),
  })
  .meta({ id: "CredentialRegistration" });

export type RegistrationBody = z.output<typeof RegistrationBody>;

const accountIdentifier = z.string().trim().min(1).max(255);

/** As with a registration, an incomplete request is answered with what the source accepts. */
export const RotationBody = z
  .object({
    accountIdentifier: accountIdentifier
      .optional()
      .describe(
        "A new name for the account, unique at the agent; if it is the only field, the account is renamed without asking the agent",
      ),
    auth: z
      .union([Auth, z.looseObject({})])
      .optional()
      .describe("Replaces the stored secret"),
  })
  .meta({ id: "CredentialRotation" });

export type RotationBody = z.output<typeof RotationBody>;

const identity = {
  id: z.string().describe("A decimal number, as a string"),
  accountIdentifier: z.string(),
  accountType: z.enum(["CLIENT", "MARKETPLACE"]),
  status: z.enum(["PENDING", "ACTIVE"]),
  registeredBy: z.string().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
};

export const RegisteredView = z
  .object({
    ...identity,
    oauth: z
      .object({
        authorizationUrl: z.url().describe("Open it in a browser, and consent"),
        storefrontId: z.int(),
        sourceId: z.string(),
        sourceName: z.string(),
      })
      .optional()
      .describe("Present while the credential waits for your consent"),
  })
  .meta({ id: "RegisteredCredential" });

export const CredentialView = z
  .object({
    ...identity,
    statusReason: z.string().nullable().describe("Why it no longer works, and what to do"),
    sources: z
      .array(
        z.object({
          storefrontId: z.int(),
          storefrontName: z.string(),
          sourceId: z.string(),
          sourceName: z.string(),
        }),
      )
      .describe("Every source that it can be used for: its agent may be behind several storefronts"),
  })
  .meta({ id: "BuyerCredential" });

function viewOf(credential: Credential) {
  const { credentialId, accountIdentifier, accountType, status, registeredBy, createdAt, updatedAt } = credential;
  return {
    id: String(credentialId),
    accountIdentifier,
    accountType,
    status,
    registeredBy,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function registeredViewOf({ credential, source, authorizationUrl }: Registered): z.input<typeof RegisteredView> {
  const { storefrontId, sourceId, name: sourceName } = source;
  const oauth = authorizationUrl && { authorizationUrl, storefrontId, sourceId, sourceName };
  return { ...viewOf(credential), ...(oauth && { oauth }) };
}

export function viewWithSources(credential: Credential, places: readonly AgentPlace[]): z.input<typeof CredentialView> {
  const { agentId, statusReason } = credential;
  return { ...viewOf(credential), statusReason, sources: places.filter((place) => place.agentId === agentId) };
}
