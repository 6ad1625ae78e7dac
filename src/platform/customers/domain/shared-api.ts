import { z } from "zod";
import { domainInput } from "../../../ground/kernel/domain.ts";
import { AccessDenied, NotFound } from "../../../ground/kernel/errors.ts";
import { operation } from "../../../ground/kernel/operation.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import { changeDomain } from "./change-domain.ts";

/** Storefront contract §3.5: the domain is proved by a member's address, or confirmed by the operator. */
export const updateCustomerDomain = operation({
  id: "updateCustomerDomain",
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Accounts",
  method: "patch",
  path: "/accounts/{customerId}/domain",
  summary: "Set your organisation's domain",
  description:
    "Sellers identify a buyer by it, and a storefront's operatorDomain that equals it is verified. It must be a domain at which one " +
    "of your members has a verified email address, and not that of a public mail provider; the operator of the installation can set any, " +
    "for any organisation.",
  access: "manage",
  params: z.object({ customerId: integerId("customerId") }),
  body: z.object({ customerDomain: domainInput }).meta({ id: "CustomerDomainChange" }),
  answer: z
    .object({ id: z.int(), customerDomain: z.string().nullable(), customerDomainApproved: z.boolean() })
    .meta({ id: "CustomerDomain" }),
  errors: [AccessDenied, NotFound],
  refs: { "params.customerId": "customer" },
  audit: { resource: "ACCOUNT", action: "UPDATE", idIn: "id" },
  async handle({ params: { customerId }, body: { customerDomain } }, ctx) {
    await changeDomain(ctx, customerId, customerDomain);
    return { id: customerId, customerDomain, customerDomainApproved: true };
  },
});
