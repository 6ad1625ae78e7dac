import type { Api } from "./api.ts";
import type { WalkOptions } from "./walk-options.ts";

interface Source {
  readonly sourceId: string;
  readonly name: string;
  readonly executionType: string;
}

const IMPRESSIONS = 12_500;

/** The daily routine of a publisher without an agent: its people upload the delivery report. */
export async function reportFromFiles(api: Api, { sellers, tell }: WalkOptions): Promise<void> {
  const { now } = await api<{ now: string }>("GET", "/sandbox/clock");
  for (const seller of sellers.values()) {
    const sources = await seller<Source[]>("GET", "/storefront/inventory-sources");
    for (const { sourceId, name } of sources.filter(({ executionType }) => executionType === "MODULAR_SOURCE")) {
      const path = `/storefront/inventory-sources/${sourceId}/modular/reports`;
      const { content } = await seller<{ content: string }>("GET", `${path}/template`);
      const bookings = [...new Set(content.match(/\bbk_\w+/g))];
      if (bookings.length === 0) continue;
      const day = now.slice(0, 10);
      const rows = bookings.map((bookingId) => `${day},${bookingId},${IMPRESSIONS},21`);
      await seller("POST", path, { csvText: ["day,bookingId,impressions,clicks", ...rows].join("\n") });
      tell({
        fact: `${name} has no agent: its people report ${IMPRESSIONS.toLocaleString("en")} impressions in a file`,
      });
    }
  }
}
