/**
 * Fields that are ignored because that does not change what was requested; the caller learns of it from the answer's `ext`. Fields that no
 * AdCP release defines are treated in the same way.
 */
const IGNORED: Readonly<Record<string, string>> = {
  "brand.industries": "a brand's industries do not restrict what it may buy",
  "brand.data_subject_contestation": "it concerns those who show advertisements to people",
  "brand.brand_kit_override": "brand kits are not used",
  "vendor.industries": "a vendor's industries do not affect what it measures",
  "vendor.data_subject_contestation": "it concerns those who show advertisements to people",
  "vendor.brand_kit_override": "brand kits are not used",
  "packages[].adcp_version": "a request uses one release throughout",
  "packages[].adcp_major_version": "a request uses one release throughout",
  "accounts[].preferred_reporting_protocol": "delivery is available on request",
  ext: "no extension is agreed",
  fields: "whole entries are returned",
  push_notification_config: "the answer is immediate",
  include_snapshot: "there are no snapshots between two reports",
  include_history: "no history is kept",
  include_items: "there are no items",
  include_variables: "there are no variables",
  include_pricing: "creatives are free of charge here",
  include_webhook_activity: "no such webhooks are sent for media buys",
  webhook_activity_limit: "no such webhooks are sent for media buys",
  reporting_dimensions: "sellers without such a breakdown answer without it",
  quality: "there is only one quality",
  include_preview: "audio can be played at its URL",
  preview_inputs: "audio can be played at its URL",
  preview_quality: "audio can be played at its URL",
  preview_output_format: "audio can be played at its URL",
  item_limit: "creatives are not made from a catalogue",
  keep_mode: "a request makes one creative",
  selection_strategy: "a request makes one creative",
  media_buy_id: "a creative is made for any media buy",
  package_id: "a creative is made for any media buy",
  sort: "entries are in the order of creation",
};

/** Looked up by the full name of a field, by its last two segments, or by its last one. */
export function isIgnored(name: string): boolean {
  const steps = name.replaceAll("[]", "").split(".");
  return [name, steps.slice(-2).join("."), steps.at(-1) ?? ""].some((one) => one in IGNORED);
}
