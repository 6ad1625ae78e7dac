import { z } from "zod";
import { domainInput } from "../../ground/kernel/domain.ts";
import type { Customer } from "./customer.ts";
import type { Seat } from "./store.ts";

const Role = z.enum(["MEMBER", "ADMIN", "SUPER_ADMIN"]);

/** An organisation, and the caller's role in it. */
export const AccountView = z
  .object({ id: z.int(), company: z.string(), name: z.string(), role: Role })
  .meta({ id: "Account" });

export const CurrentAccount = AccountView.extend({
  customerRole: z.enum(["BUYER", "SELLER", "OPERATOR"]).describe("The side of the market the organisation is on"),
  customerDomain: z.string().nullable(),
  sandbox: z.boolean(),
  parentCustomerId: z.int().nullable(),
  termsAccepted: z.boolean(),
}).meta({ id: "CurrentAccount" });

export const NewChildBody = z
  .object({
    name: z.string().trim().min(1).max(255),
    customerRole: z
      .enum(["BUYER", "SELLER"])
      .optional()
      .describe("Your own side of the market, which the child shares"),
    customerDomain: domainInput
      .optional()
      .describe("Your organisation's own domain, or one at which one of your members has a verified email address"),
  })
  .meta({ id: "NewChildAccount" });

export const CreatedChildView = z
  .object({
    user: z.object({ id: z.int(), email: z.string().nullable() }),
    customer: CurrentAccount,
    customers: z.array(AccountView).describe("The parent organisation, and the child; GET /accounts lists all"),
    showTosBox: z.boolean(),
    canAcceptTos: z.boolean(),
    hasContract: z.boolean().describe("Whether the terms are accepted: a child is covered by its parent's contract"),
    latestTosVersion: z.string(),
    convertedFromStandalone: z.boolean(),
  })
  .meta({ id: "CreatedChildAccount" });

export function viewOfSeat({ customerId, company, role }: Seat): z.input<typeof AccountView> {
  return { id: customerId, company, name: company, role };
}

export function viewOfCurrent(
  { customerId, company, kind, domain, sandbox, parentId }: Customer,
  { role, termsAccepted }: { readonly role: Seat["role"]; readonly termsAccepted: boolean },
): z.input<typeof CurrentAccount> {
  return {
    ...viewOfSeat({ customerId, company, role }),
    customerRole: kind,
    customerDomain: domain,
    sandbox,
    parentCustomerId: parentId,
    termsAccepted,
  };
}
