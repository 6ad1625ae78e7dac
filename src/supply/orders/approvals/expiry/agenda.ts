import type { Agenda, Due } from "../../../../ground/kernel/step.ts";
import { findNextExpiry, listDueExpiriesOfAllCustomers } from "../store.ts";
import { type ExpiryInput, expireApproval } from "./expire-approval.ts";

/** Refuses orders that nobody has decided on in time. */
export const expiryAgenda: Agenda = {
  async next(db, customerId, until) {
    const due = await findNextExpiry(db, customerId, until);
    return due && dueOf(due);
  },
  async dueOfAllCustomers(db, wall, limit) {
    return (await listDueExpiriesOfAllCustomers(db, wall, limit)).map(dueOf);
  },
};

function dueOf({ at, customerId, orderId }: Pick<Due, "at"> & ExpiryInput): Due {
  const input: ExpiryInput = { customerId, orderId };
  return { at, step: expireApproval, input, subject: `approval of media buy ${orderId}` };
}
