import { z } from "zod";
import { NotFound } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { findCustomer } from "./store.ts";

const CurrentAccount = z
  .object({
    id: z.int(),
    company: z.string(),
    name: z.string(),
    role: z.enum(["MEMBER", "ADMIN", "SUPER_ADMIN"]),
    customerRole: z.enum(["BUYER", "SELLER", "OPERATOR"]).describe("The side of the market the organisation is on"),
    customerDomain: z.string().nullable(),
    sandbox: z.boolean(),
    parentCustomerId: z.int().nullable(),
    termsAccepted: z.boolean(),
  })
  .meta({ id: "CurrentAccount" });

/** Buyer contract §n: the organisation behind the key, and what the caller is in it. */
export const getCurrentAccount = operation({
  id: "getCurrentAccount",
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  method: "get",
  path: "/accounts/current",
  summary: "The organisation that the key belongs to",
  tag: "Accounts",
  access: "read",
  answer: CurrentAccount,
  errors: [NotFound],
  async handle(_, { db, viewer }) {
    const customer = await findCustomer(db, viewer.customerId);
    if (!customer) throw new NotFound("this organisation no longer exists");
    const { customerId, company, kind, domain, sandbox, parentId } = customer;
    return {
      id: customerId,
      company,
      name: company,
      role: viewer.role,
      customerRole: kind,
      customerDomain: domain,
      sandbox,
      parentCustomerId: parentId,
      termsAccepted: viewer.termsAccepted,
    };
  },
});
