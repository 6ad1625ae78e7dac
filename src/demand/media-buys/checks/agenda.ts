import type { RefreshInput } from "../../../ground/job-references/index.ts";
import type { Agenda, Due } from "../../../ground/kernel/step.ts";
import { type DueCheck, findNextCheck, listDueChecksOfAllCustomers } from "../store.ts";
import { refreshMediaBuy } from "./refresh-media-buy.ts";

/** Asks sellers for the status of their buys when a check is due by the customer's clock. */
export const mediaBuyAgenda: Agenda = {
  async next(db, customerId, until) {
    const check = await findNextCheck(db, customerId, until);
    return check && dueOf(check);
  },
  async dueOfAllCustomers(db, wall, limit) {
    return (await listDueChecksOfAllCustomers(db, wall, limit)).map(dueOf);
  },
};

function dueOf({ at, customerId, mediaBuyId }: DueCheck): Due {
  const input: RefreshInput = { customerId, mediaBuyId };
  return { at, step: refreshMediaBuy, input, subject: `media buy ${mediaBuyId}` };
}
