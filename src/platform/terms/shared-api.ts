import { z } from "zod";
import { Invalid } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { setTerms } from "../customers/index.ts";

const Acceptance = z
  .object({ accepted: z.literal(true), version: z.string(), acceptedAt: z.iso.datetime() })
  .meta({ id: "TermsAcceptance" });

/** Storefront contract G3. Accepting again is not an error: it records the current version. */
export const acceptTos = operation({
  id: "acceptTos",
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  method: "post",
  path: "/accept-tos",
  summary: "Accept the terms of service for your organisation",
  tag: "Accounts",
  access: "write",
  beforeTerms: true,
  personal: true,
  body: z.object({
    version: z.string().max(255).optional().describe("The version that you have read; by default the current one"),
  }),
  bodyOptional: true,
  answer: Acceptance,
  errors: [Invalid],
  audit: { resource: "TERMS", action: "UPDATE", idIn: "version" },
  async handle({ body }, { db, viewer, now, installation }) {
    const version = installation.termsVersion;
    if (body.version !== undefined && body.version !== version) {
      throw new Invalid(`version: the terms in force are ${version}, not ${body.version}`, { field: "version" });
    }
    await setTerms(db, viewer.customerId, {
      version,
      acceptedAt: now,
      acceptedBy: viewer.email ?? `user ${viewer.userId}`,
    });
    return { accepted: true as const, version, acceptedAt: now.toISOString() };
  },
});
