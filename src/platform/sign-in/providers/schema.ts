import { z } from "zod";
import { challengeFor } from "../../../ground/domain-proof/index.ts";
import { domainInput } from "../../../ground/kernel/domain.ts";
import type { SignInDomain } from "./domains/sign-in-domain.ts";
import { callbackPathOf, type IdentityProvider } from "./provider.ts";

const Kind = z.enum(["google", "entra", "okta", "oidc"]);
const JoinsAs = z
  .enum(["MEMBER", "ADMIN"])
  .nullable()
  .describe(
    "The role of people who sign in for the first time and thereby join your organisation; null if you invite people",
  );

export const ProviderBody = z
  .object({
    kind: Kind.describe(
      "Google Workspace, Microsoft Entra ID, Okta, or any other provider that returns email_verified",
    ),
    name: z.string().trim().min(1).max(80).describe("The name that your people know it by, shown on the button"),
    issuer: z
      .string()
      .max(500)
      .optional()
      .describe("Not for google. For entra: https://login.microsoftonline.com/{tenant id}/v2.0"),
    clientId: z.string().trim().min(1).max(255),
    clientSecret: z
      .string()
      .min(1)
      .max(2_000)
      .optional()
      .describe(
        "Stored encrypted and never shown again. If omitted, it stays, provided that client and issuer are unchanged",
      ),
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
    verified: z.boolean().describe("Whether addresses at this domain can sign in with your provider"),
    challenge: z
      .object({ recordType: z.literal("TXT"), recordName: z.string(), recordValue: z.string() })
      .describe("The DNS record that proves it; do not remove it"),
  })
  .meta({ id: "SignInDomain" });

export const ProvingView = DomainView.extend({
  details: z.string().describe("What was looked for, and what was found"),
}).meta({ id: "SignInDomainProof" });

export const SettingView = z
  .object({
    provider: ProviderView.nullable(),
    redirectUri: z.string().describe("The redirect URI to register at the provider"),
    domains: z.array(DomainView).describe("The domains whose addresses it may sign in"),
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
