export type { Campaign } from "./campaign.ts";
export { campaignAgenda, completeCampaign } from "./jobs.ts";
export { CampaignPath } from "./schema.ts";
export { findCampaign } from "./store.ts";
