import { z } from "zod";
import { InvalidState, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { draftClaim, hearDomain, type Proof, settleProof } from "./prove-domain.ts";

const DomainProof = z
  .object({
    operatorDomain: z.string(),
    operatorDomainVerified: z.boolean(),
    agentUrl: z.string().describe("Your agent: what the brand.json at the domain has to name"),
    proofs: z.array(
      z.object({
        method: z.enum(["member_email", "brand_json"]),
        passed: z.boolean(),
        details: z.string().describe("What was looked for, and where"),
      }),
    ),
  })
  .meta({ id: "OperatorDomainProof" });

/** Not in the published contract, where verification by anything but an e-mail address is done by hand. */
export const verifyOperatorDomain = operation({
  id: "verifyOperatorDomain",
  api: "storefront",
  method: "post",
  path: "/operator-domain/verify",
  summary: "Prove that your operator domain is yours",
  description:
    "One proof suffices: a member whose e-mail address is at the domain, or a brand.json there that names your agent in its " +
    "agents. Without any the answer says what is missing.",
  tag: "Storefront",
  access: "write",
  answer: DomainProof,
  errors: [InvalidState, NotFound],
  audit: { resource: "STOREFRONT", action: "UPDATE" },
  claim: (_, ctx) => draftClaim(ctx),
  call: (claim, out) => hearDomain(claim, out),
  settle: async (claim, inBrandJson, ctx) => viewOf(await settleProof(ctx, claim, inBrandJson)),
});

function viewOf(proof: Proof): z.input<typeof DomainProof> {
  const { operatorDomain, agentUrl, verified, byMember, inBrandJson } = proof;
  return {
    operatorDomain,
    operatorDomainVerified: verified,
    agentUrl,
    proofs: [
      {
        method: "member_email",
        passed: byMember,
        details: `a member with an e-mail address at ${operatorDomain}, where that is not a provider's of mail for everybody`,
      },
      { method: "brand_json", passed: inBrandJson, details: `agents of the brand.json of ${operatorDomain}` },
    ],
  };
}
