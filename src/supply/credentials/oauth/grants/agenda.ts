import type { Agenda } from "../../../../ground/kernel/step.ts";
import { renewGrant } from "./renew-grant.ts";
import { listDueGrantsOfAllCustomers } from "./store.ts";

/** External servers live in wall-clock time, so advancing a customer's clock never makes a renewal due. */
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
