import { z } from "zod";
import { challengeFor } from "../../../ground/domain-proof/index.ts";
import { domainInput } from "../../../ground/kernel/domain.ts";
import type { SignInDomain } from "./domains/sign-in-domain.ts";
import { callbackPathOf, type IdentityProvider } from "./provider.ts";

const Kind = z.enum(["google", "entra", "okta", "oidc"]);
const JoinsAs = z
  .enum(["MEMBER", "ADMIN"])
  .nullable()
  .describe("As what somebody joins your organisation who signs in for the first time; null where you invite people");

export const ProviderBody = z
  .object({
    kind: Kind.describe("Google Workspace, Microsoft Entra ID, Okta, or any other that says email_verified"),
    name: z.string().trim().min(1).max(80).describe("What your people know it by: it stands on the button"),
    issuer: z
      .string()
      .max(500)
      .optional()
      .describe("Not for google. For entra https://login.microsoftonline.com/{tenant id}/v2.0"),
    clientId: z.string().trim().min(1).max(255),
    clientSecret: z
      .string()
      .min(1)
      .max(2_000)
      .optional()
      .describe("Sealed, and never told again. Left out, it stays, for the same client at the same issuer"),
    joinsAs: JoinsAs.default(null),
  })
  .meta({ id: "IdentityProviderBody" });

const ProviderView = z
  .object({
    kind: Kind,
    name: z.string(),
    issuer: z.string(),
    clientId: z.string(),
    joinsAs: JoinsAs,
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .meta({ id: "IdentityProvider" });

export const DomainView = z
  .object({
    domain: z.string(),
    verified: z.boolean().describe("Whether its addresses can sign in by your provider"),
    challenge: z
      .object({ recordType: z.literal("TXT"), recordName: z.string(), recordValue: z.string() })
      .describe("The DNS record that proves it, and has to stay"),
  })
  .meta({ id: "SignInDomain" });

export const ProvingView = DomainView.extend({
  details: z.string().describe("What was looked for, and what was found"),
}).meta({ id: "SignInDomainProof" });

export const SettingView = z
  .object({
    provider: ProviderView.nullable(),
    redirectUri: z.string().describe("What to register at the provider as the address that answers go to"),
    domains: z.array(DomainView).describe("Whose addresses it may vouch for"),
  })
  .meta({ id: "IdentityProviderSetting" });

export const DomainBody = z.object({ domain: domainInput }).meta({ id: "SignInDomainBody" });
export const DomainPath = z.object({ domain: z.string().min(1).max(253) });

export function viewOfProvider(provider: IdentityProvider): z.input<typeof ProviderView> {
  const { kind, name, issuer, clientId, joinsAs, createdAt, updatedAt } = provider;
  return {
    kind,
    name,
    issuer,
    clientId,
    joinsAs,
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function viewOfDomain({ domain, token, verifiedAt }: SignInDomain): z.input<typeof DomainView> {
  const challenge = { recordType: "TXT" as const, ...challengeFor(domain, token) };
  return { domain, verified: verifiedAt !== null, challenge };
}

export function redirectUriOf(publicUrl: string, customerId: number): string {
  return publicUrl + callbackPathOf(customerId);
}
