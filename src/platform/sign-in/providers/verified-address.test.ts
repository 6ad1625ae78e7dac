import { expect, test } from "vitest";
import { complaintOfIssuer, GOOGLE, type ProviderKind } from "./provider.ts";
import { addressIn, type Claims } from "./verified-address.ts";

const TENANT = "8f3b2c1d-0000-4000-8000-1234567890ab";
const ISSUERS: Readonly<Record<ProviderKind, string>> = {
  google: GOOGLE,
  entra: `https://login.microsoftonline.com/${TENANT}/v2.0`,
  okta: "https://acme.okta.com",
  oidc: "https://login.acme.example",
};
const said = (kind: ProviderKind, claims: Claims) =>
  addressIn({ email: "Ann@Acme.example", ...claims }, { kind, issuer: ISSUERS[kind] }, ["acme.example"]);

test.each<[string, ProviderKind, Claims]>([
  ["Google of a Workspace that keeps the domain", "google", { email_verified: true, hd: "acme.example" }],
  ["Entra with a proved domain", "entra", { tid: TENANT, xms_edov: true }],
  ["Entra as a number", "entra", { tid: TENANT, xms_edov: 1 }],
  ["Entra as a text", "entra", { tid: TENANT, xms_edov: "True" }],
  ["Okta", "okta", { email_verified: true }],
  ["any other", "oidc", { email_verified: true }],
])("an address counts that is vouched for: %s", (_, kind, claims) => {
  expect(said(kind, claims)).toEqual({ kind: "proved", email: "Ann@Acme.example", domain: "acme.example" });
});

test.each<[string, ProviderKind, Claims]>([
  ["a Google account of nobody's Workspace", "google", { email_verified: true }],
  ["a Google account of another Workspace", "google", { email_verified: true, hd: "evil.example" }],
  ["an unverified Google account", "google", { email_verified: false, hd: "acme.example" }],
  ["Entra without the claim", "entra", { tid: TENANT }],
  ["Entra that says email_verified alone, which it never does", "entra", { tid: TENANT, email_verified: true }],
  ["Entra of another tenant", "entra", { tid: TENANT.replace("8f", "9f"), xms_edov: true }],
  ["Entra with an unproved domain", "entra", { tid: TENANT, xms_edov: "0" }],
  ["a text where a truth belongs", "okta", { email_verified: "true" }],
  ["nothing said", "oidc", {}],
  ["no address", "oidc", { email_verified: true, email: undefined }],
  ["two addresses in one", "oidc", { email_verified: true, email: "ann@evil.example,ann@acme.example@x" }],
])("no address counts that is not: %s", (_, kind, claims) => {
  expect(said(kind, claims)).toEqual({ kind: "refused", why: "unverified" });
});

test.each(["ann@evil.example", "ann@sub.acme.example", "ann@acme.example.evil.example"])(
  "a provider speaks for its own domains alone: %s",
  (email) => expect(said("oidc", { email, email_verified: true })).toEqual({ kind: "refused", why: "foreign" }),
);

test.each<[ProviderKind, string, boolean]>([
  ["google", GOOGLE, true],
  ["google", "https://accounts.evil.example", false],
  ["entra", ISSUERS.entra, true],
  ["entra", "https://login.microsoftonline.com/common/v2.0", false],
  ["entra", "https://login.microsoftonline.com/organizations/v2.0", false],
  ["entra", `https://login.microsoftonline.com.evil.example/${TENANT}/v2.0`, false],
  ["okta", "https://acme.okta.com/oauth2/default", true],
  ["oidc", "https://ann:secret@login.acme.example", false],
  ["oidc", "https://login.acme.example/?a=b", false],
  ["oidc", "file:///etc/passwd", false],
])("an issuer of %s: %s", (kind, issuer, isFine) => {
  expect(complaintOfIssuer(kind, issuer) === undefined).toBe(isFine);
});
