import type { Figure } from "../../../../ground/areas/area.ts";
import { after, DAY_MS } from "../../../../ground/kernel/clock.ts";
import { listEndingOfAllCustomers } from "../store.ts";

const WITHIN_DAYS = [7, 30] as const;

/** If consent is renewed in time, sales continue; after its end, nothing can be sold there. */
export const endingConsents: Figure = {
  name: "interchange_consents_ending",
  help: "Consents at platforms that end within so many days; those that have ended are not among them",
  labelNames: ["days"],
  async read(db, wall) {
    const ending = await listEndingOfAllCustomers(db, wall, Math.max(...WITHIN_DAYS));
    return WITHIN_DAYS.map((days) => {
      const until = after(wall, days * DAY_MS);
      const { length: value } = ending.filter(({ reauthoriseBy }) => reauthoriseBy !== null && reauthoriseBy <= until);
      return { labels: { days: String(days) }, value };
    });
  },
};
