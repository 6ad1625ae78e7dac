import { z } from "zod";

export interface UtmParam {
  readonly paramKey: string;
  readonly paramValue: string;
}

const param = {
  paramKey: z
    .string()
    .regex(/^[a-zA-Z0-9_-]{1,100}$/, "a key is 1 to 100 letters, digits, dashes and underscores")
    .describe("As it appears in the landing page's URL"),
  paramValue: z.string().min(1).max(200).describe("Text, or a macro such as {CAMPAIGN_ID}"),
};

export const UtmConfigInput = z
  .array(z.object(param))
  .max(20)
  .describe("Query parameters of landing pages; replaces all existing ones, and [] leaves only the defaults");

export const UtmConfigView = z.array(z.object({ ...param, source: z.enum(["advertiser", "campaign"]) }));

const DEFAULTS: readonly UtmParam[] = [
  { paramKey: "utm_source", paramValue: "scope3" },
  { paramKey: "utm_medium", paramValue: "agentic" },
  { paramKey: "utm_campaign", paramValue: "{CAMPAIGN_ID}" },
  { paramKey: "utm_content", paramValue: "{CREATIVE_ID}" },
  { paramKey: "utm_media_buy", paramValue: "{MEDIA_BUY_ID}" },
  { paramKey: "utm_package", paramValue: "{PACKAGE_ID}" },
];

/** Parameters for the advertiser's landing pages: its own override the defaults, key by key. */
function utmParamsOf(own: readonly UtmParam[]): UtmParam[] {
  return [...new Map([...DEFAULTS, ...own].map((one) => [one.paramKey, one])).values()];
}

export function utmViewOf(own: readonly UtmParam[]): z.input<typeof UtmConfigView> {
  return utmParamsOf(own).map((one) => ({ ...one, source: "advertiser" }));
}
