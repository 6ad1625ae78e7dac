import type { Agenda } from "../../../../ground/kernel/step.ts";
import { renewGrant } from "./renew-grant.ts";
import { listDueGrantsOfAllCustomers } from "./store.ts";

/** Servers outside live by the wall, so no customer's clock makes a renewal due, however far it is advanced. */
export const grantAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueGrantsOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...input }) => ({
      at,
      step: renewGrant,
      input,
      subject: `consent of credential ${input.credentialId}`,
    }));
  },
};
