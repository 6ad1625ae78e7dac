import type { CreateResources } from "../belongings.ts";
import { expectData } from "../expect-data.ts";

/** An event source and a test cohort of the buyer's advertiser. */
export const measurement: CreateResources = async (buyer, ids) => {
  const home = `/buyer/advertisers/${ids.advertiser}`;
  const eventSource = `pixel_of_${ids.advertiser}_and_nobody`;
  expectData(
    await buyer.post(`${home}/event-sources/sync`, {
      account: { account_id: ids.advertiser },
      event_sources: [{ event_source_id: eventSource }],
    }),
  );
  const cohort = { name: "West", cohortType: "geographic", definition: { type: "geo_region", regions: ["US-CA"] } };
  const made = expectData(await buyer.post(`${home}/test-cohorts`, cohort));
  return { eventSource, cohort: made.cohort.id };
};
