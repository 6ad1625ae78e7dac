import { z } from "zod";
import { AccessDenied, BadRequest, Invalid } from "../../ground/kernel/errors.ts";
import { operation } from "../../ground/kernel/operation.ts";
import { foundChild } from "./found-child.ts";
import { listSeats } from "./list-seats.ts";
import { AccountView, CreatedChildView, CurrentAccount, NewChildBody, viewOfCurrent, viewOfSeat } from "./schema.ts";
import { findCustomer } from "./store.ts";

const shared = {
  api: ["platform", "buyer", "storefront"],
  sides: ["BUYER", "SELLER", "OPERATOR"],
  tag: "Accounts",
} as const;

/** Buyer contract §n: the organisation for which the key acts, and the caller's role in it. */
export const getCurrentAccount = operation({
  ...shared,
  id: "getCurrentAccount",
  method: "get",
  path: "/accounts/current",
  summary: "Get the organisation that your key acts for",
  access: "read",
  answer: CurrentAccount,
  async handle(_, { db, viewer }) {
    const customer = await findCustomer(db, viewer.customerId);
    if (!customer) throw new Error(`customer ${viewer.customerId} is gone`);
    return viewOfCurrent(customer, viewer);
  },
});

export const listCustomerAccounts = operation({
  ...shared,
  id: "listCustomerAccounts",
  method: "get",
  path: "/accounts",
  summary: "List the organisations that you belong to",
  description: "POST /accounts/switch makes your key act for another of them.",
  access: "read",
  answer: z.object({ accounts: z.array(AccountView) }),
  claim: async (_, { viewer }) => ({ customerId: viewer.customerId, userId: viewer.userId ?? 0 }),
  call: (person, { perform }) => perform(listSeats, person),
  settle: async (_, seats = []) => ({ accounts: seats.map(viewOfSeat) }),
});

export const createChildAccount = operation({
  ...shared,
  id: "createChildAccount",
  sides: ["BUYER", "SELLER"],
  method: "post",
  path: "/accounts/create-child",
  summary: "Create a child organisation",
  description:
    "It is on the same side of the market and under the terms that your organisation has accepted. You administer " +
    "it: switch to it with POST /accounts/switch.",
  access: "manage",
  body: NewChildBody,
  answer: CreatedChildView,
  status: 201,
  errors: [AccessDenied, BadRequest, Invalid],
  audit: { resource: "ACCOUNT", idIn: "customer.id" },
  async handle({ body }, ctx) {
    const { parent, child, founderId } = await foundChild(ctx, body);
    const { viewer, installation } = ctx;
    const own = { role: "ADMIN", termsAccepted: viewer.termsAccepted } as const;
    return {
      user: { id: founderId, email: viewer.email },
      customer: viewOfCurrent(child, own),
      customers: [viewOfSeat({ ...parent, role: viewer.role }), viewOfSeat({ ...child, role: own.role })],
      showTosBox: false,
      canAcceptTos: true,
      hasContract: viewer.termsAccepted,
      latestTosVersion: installation.termsVersion,
      convertedFromStandalone: false,
    };
  },
});
