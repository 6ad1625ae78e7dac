import { area } from "../../ground/areas/area.ts";
import { foldCountsOfAllCustomers } from "../../ground/list-counts/index.ts";
import * as campaignsBuyer from "./buyer-api.ts";
import { campaignLife } from "./campaign.ts";
import * as mediaBuyChangesBuyer from "./changes/buyer-api.ts";
import { campaignAgenda, completeCampaign } from "./jobs.ts";
import { campaignFinder } from "./search-store.ts";
import * as campaignSelectionBuyer from "./selection/buyer-api.ts";

export const campaigns = area({
  name: "demand/campaigns",
  finders: [campaignFinder],
  lifecycles: [campaignLife],
  operations: [campaignsBuyer, campaignSelectionBuyer, mediaBuyChangesBuyer],
  steps: [completeCampaign],
  agendas: [campaignAgenda],
  schedules: [{ name: "fold-list-counts", cron: "* * * * *", handle: foldCountsOfAllCustomers }],
});
