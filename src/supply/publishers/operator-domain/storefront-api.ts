import { z } from "zod";
import { explain } from "../../../ground/domain-proof/index.ts";
import { InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { draftClaim, type Proof, receiveDomain, settleProof } from "./prove-domain.ts";

const DomainProof = z
  .object({
    operatorDomain: z.string(),
    operatorDomainVerified: z.boolean(),
    agentUrl: z.string().describe("Your agent: the URL that the brand.json at the domain has to list"),
    challenge: z
      .object({ recordType: z.literal("TXT"), recordName: z.string(), recordValue: z.string() })
      .describe("The DNS record that proves it. It stays the same however often you verify"),
    proofs: z.array(
      z.object({
        method: z.enum(["member_email", "dns_txt", "brand_json"]),
        passed: z.boolean(),
        details: z.string().describe("What was looked for, and what was found"),
      }),
    ),
  })
  .meta({ id: "OperatorDomainProof" });

/** Not in the published contract, in which any verification other than by e-mail address is done by hand. */
export const verifyOperatorDomain = operation({
  id: "verifyOperatorDomain",
  api: "storefront",
  method: "post",
  path: "/operator-domain/verify",
  summary: "Prove that your operator domain is yours",
  description:
    "One proof is enough: a member with an email address at the domain, the TXT record that the answer names as challenge, or a " +
    "brand.json there that lists your agent in its agents. Everything is checked again each time, and the answer says what is " +
    "missing; a proof that has been removed no longer counts.",
  tag: "Storefront",
  access: "write",
  answer: DomainProof,
  errors: [InvalidState, NotFound],
  audit: { resource: "STOREFRONT", action: "UPDATE" },
  claim: (_, ctx) => draftClaim(ctx),
  call: (claim, out) => receiveDomain(claim, out),
  settle: async (claim, response, ctx) => viewOf(await settleProof(ctx, claim, response)),
});

function viewOf(proof: Proof): z.input<typeof DomainProof> {
  const { operatorDomain, agentUrl, challenge, verified, byMember, txt, inBrandJson } = proof;
  return {
    operatorDomain,
    operatorDomainVerified: verified,
    agentUrl,
    challenge: { recordType: "TXT", ...challenge },
    proofs: [
      {
        method: "member_email",
        passed: byMember,
        details: `a member with an e-mail address at ${operatorDomain}, unless it belongs to a public mail provider`,
      },
      { method: "dns_txt", passed: txt === "found", details: explain(txt, challenge) },
      { method: "brand_json", passed: inBrandJson, details: `agents of the brand.json of ${operatorDomain}` },
    ],
  };
}
