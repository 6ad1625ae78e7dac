import type { Agenda } from "../../ground/kernel/step.ts";
import { examineSource } from "./examine-source.ts";
import { listDueExaminationsOfAllCustomers } from "./store.ts";

/** Agents live by the wall, so no seller's clock brings an examination on. */
export const complianceAgenda: Agenda = {
  next: async () => undefined,
  async dueOfAllCustomers(db, wall, limit) {
    const due = await listDueExaminationsOfAllCustomers(db, wall, limit);
    return due.map(({ at, ...place }) => ({
      at,
      step: examineSource,
      input: { ...place, asked: false },
      subject: `examination of source ${place.inventorySourceId}`,
    }));
  },
};
