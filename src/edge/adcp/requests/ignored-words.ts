/**
 * What is left out because leaving it out changes nothing that was asked for: a caller is told so in the answer's `ext`. What no
 * release of AdCP has a word for is treated alike.
 */
const IGNORED: Readonly<Record<string, string>> = {
  "brand.industries": "what a brand is about is not what it may buy",
  "brand.data_subject_contestation": "it is for whoever shows advertisements to people",
  "brand.brand_kit_override": "nothing is made of a brand's kit",
  "vendor.industries": "what a measurer is about is not what it measures",
  "vendor.data_subject_contestation": "it is for whoever shows advertisements to people",
  "vendor.brand_kit_override": "nothing is made of a brand's kit",
  "packages[].adcp_version": "a request is in one release",
  "packages[].adcp_major_version": "a request is in one release",
  "accounts[].preferred_reporting_protocol": "delivery is asked for",
  ext: "nothing is agreed about it",
  fields: "whole entries are answered",
  push_notification_config: "the answer is given at once",
  include_snapshot: "there is none between two reports",
  include_history: "there is none to tell",
  include_items: "there are none",
  include_variables: "there are none",
  include_pricing: "creatives cost nothing here",
  include_purged: "nothing is purged",
  include_webhook_activity: "no such webhooks are sent",
  webhook_activity_limit: "no such webhooks are sent",
  reporting_dimensions: "sellers that have no such breakdown answer without it",
  quality: "there is one quality",
  include_preview: "audio is heard at its address",
  preview_inputs: "audio is heard at its address",
  preview_quality: "audio is heard at its address",
  preview_output_format: "audio is heard at its address",
  item_limit: "nothing is made of a catalogue",
  keep_mode: "one creative is made of a request",
  selection_strategy: "one creative is made of a request",
  media_buy_id: "a creative is made for any media buy",
  package_id: "a creative is made for any media buy",
  sort: "the order is that in which they came about",
};

/** By the whole name of a word, by its last two steps, or by its last. */
export function isIgnored(name: string): boolean {
  const steps = name.replaceAll("[]", "").split(".");
  return [name, steps.slice(-2).join("."), steps.at(-1) ?? ""].some((one) => one in IGNORED);
}
