import type { Agenda, Due } from "../../../ground/kernel/step.ts";
import { type DueCheck, findNextCheck, listDueChecksOfAllCustomers } from "./store.ts";
import { watchOrder } from "./watch-order.ts";

/** Polls sources for what a storefront has sold from them until it runs. */
export const watchAgenda: Agenda = {
  async next(db, customerId, until) {
    const check = await findNextCheck(db, customerId, until);
    return check && dueOf(check);
  },
  async dueOfAllCustomers(db, wall, limit) {
    return (await listDueChecksOfAllCustomers(db, wall, limit)).map(dueOf);
  },
};

function dueOf({ at, customerId, orderId }: DueCheck): Due {
  const input = { customerId, orderId };
  return { at, step: watchOrder, input, subject: `order ${orderId}` };
}
