import { z } from "zod";
import { takeSkip } from "../../ground/kernel/query.ts";
import { ASSET_TYPES, type UrlType } from "./assets/asset.ts";

const AssetType = z.enum(ASSET_TYPES);
const Id = z.string().min(1).max(128);
const Slot = z.string().min(1).max(255).describe("Its key in the manifest: an asset_id of the format");
const Filename = z.string().min(1).max(255);
const WebUrl = z.url({ protocol: /^https?$/, error: "a URL that begins with https://" }).max(2048);
const Text = (most: number) => z.string().min(1).max(most);

export const FormatIdInput = z
  .object({
    agent_url: z.url().max(2048).describe("The agent that defines the format"),
    id: z.string().regex(/^[\w-]{1,255}$/),
    width: z.number().min(1).max(100_000).optional(),
    height: z.number().min(1).max(100_000).optional(),
    duration_ms: z.number().min(1).max(86_400_000).optional(),
  })
  .meta({ id: "FormatIdInput" });

/** AdCP 3.1, core/canonical-format-kind; the enum is open, so that a newer kind does not require a newer server. */
const FormatKind = z
  .string()
  .regex(/^[a-z0-9_]{1,64}$/)
  .describe("A canonical format, such as image, html5, video_hosted, video_vast, audio_hosted or image_carousel");

const FormatOptionRef = z.object({
  scope: z.enum(["publisher", "product"]).optional(),
  publisher_domain: z.string().max(255).optional(),
  format_option_id: Text(255),
});

const URL_TYPES: Readonly<Record<string, UrlType>> = {
  CLICKTHROUGH: "clickthrough",
  TRACKER_PIXEL: "tracker_pixel",
  TRACKER_SCRIPT: "tracker_script",
  VIDEO_VAST: "vast",
  clickthrough: "clickthrough",
  tracker_pixel: "tracker_pixel",
  tracker_script: "tracker_script",
  vast: "vast",
};

/** Two generations of clients use different names (buyer contract f.2). */
const UrlTypeInput = z
  .enum(Object.keys(URL_TYPES))
  .describe("What the URL is: a landing page, a pixel, a script, or a VAST tag")
  .transform((spelt) => URL_TYPES[spelt] ?? "clickthrough");

const Security = z.object({
  method: z.enum(["hmac_sha256", "api_key", "none"]),
  hmac_header: Text(255).optional(),
  api_key_header: Text(255).optional(),
});

const WebhookAsset = z.object({
  url: WebUrl,
  method: z.enum(["GET", "POST"]).optional(),
  timeout_ms: z.int().min(10).max(5000).optional(),
  response_type: z.enum(["html", "json", "xml", "javascript"]),
  security: Security,
});

/** Fields that apply to any file, however it is sent. */
const about = {
  label: Text(255).optional().describe("The display name"),
  slot_asset_id: Slot.optional(),
};

const FileAsset = z
  .object({
    ...about,
    filename: Filename.optional().describe("The name of a file uploaded with this request"),
    url: WebUrl.optional().describe("Instead of a file: fetched once, and stored"),
    asset_type: AssetType.optional().describe("By default, detected from the content"),
  })
  .refine(({ filename, url }) => (filename === undefined) !== (url === undefined), {
    path: ["filename"],
    message: "name an uploaded file by its filename, or a file elsewhere by its url",
  });

const LinkedAsset = z
  .object({
    ...about,
    url: WebUrl.optional(),
    data_url: z
      .string()
      .regex(/^data:[^,]*;base64,[A-Za-z0-9+/=]+$/, "a data: URL in base64")
      .optional(),
    asset_type: AssetType.optional(),
    duration_ms: z.int().min(1).optional().describe("For video, audio and VAST, if the content does not say"),
    make_primary: z.boolean().optional(),
  })
  .refine(({ url, data_url }) => (data_url === undefined) !== (url === undefined), {
    path: ["url"],
    message: "a linked asset has a url or a data_url",
  });

const Card = z.object({
  asset_id: Id.optional().describe("An image that the creative already has"),
  filename: Filename.optional().describe("An uploaded image"),
  url: WebUrl.optional().describe("An image at a URL: fetched once, and stored"),
  headline: z.string().max(255).optional(),
  description: z.string().max(2000).optional(),
  cta: z.string().max(50).optional(),
  landing_page_url: WebUrl.optional(),
});

const content = {
  message: Text(5000).optional().describe("A brief or a note for the people who make or review the creative"),
  format_id: FormatIdInput.optional().describe("The format to check the creative against; by default, detected"),
  format_kind: FormatKind.optional(),
  format_option_ref: FormatOptionRef.optional(),
  industry_identifiers: z
    .array(z.object({ type: z.enum(["ad_id", "isci", "clearcast_clock", "idcrea"]), value: Text(255) }))
    .max(20)
    .optional(),
  target_format_ids: z.array(FormatIdInput).max(50).optional().describe("Further formats that the creative fits"),
  template_id: Text(255).optional().describe("By default, detected"),
  url_asset: z.object({ url: WebUrl, url_type: UrlTypeInput }).optional(),
  url_assets: z
    .array(z.object({ asset_id: Slot, url: WebUrl, url_type: UrlTypeInput.optional() }))
    .max(50)
    .optional(),
  text_assets: z
    .array(z.object({ asset_id: Slot, content: Text(5000) }))
    .max(50)
    .optional(),
  webhook_asset: WebhookAsset.optional(),
  assets: z.array(FileAsset).max(50).optional().describe("Files that need more than a name, or that are at a URL"),
  linked_assets: z.array(LinkedAsset).max(50).optional(),
};

const ONE_FORMAT = { path: ["format_kind"], message: "name the format by format_id or by format_kind, not by both" };
const onePrimary = (linked: readonly { readonly make_primary?: boolean | undefined }[] = []) =>
  linked.filter(({ make_primary }) => make_primary).length <= 1;
const ONE_PRIMARY = { path: ["linked_assets"], message: "only one asset is the primary one" };

export const NewCreativeBody = z
  .object({
    ...content,
    name: z.string().trim().min(1).max(255).optional().describe("Unique in the campaign; generated if omitted"),
    cards: z.array(Card).min(2).max(10).optional(),
  })
  .refine(({ format_id, format_kind }) => !format_id || !format_kind, ONE_FORMAT)
  .refine(({ linked_assets }) => onePrimary(linked_assets), ONE_PRIMARY)
  .meta({ id: "NewCreative" });

/** Everything is optional: fields that are not named stay as they are. */
export const CreativeChangeBody = z
  .object({
    ...content,
    name: z.string().trim().min(1).max(255).optional(),
    message: z.string().max(5000).nullable().optional(),
    click_url: WebUrl.optional().describe("Replaces the landing page"),
    new_assets: z.array(FileAsset).max(50).optional().describe("The same as `assets`"),
    delete_asset_ids: z.array(Id).max(100).optional(),
    reclassify_assets: z
      .array(z.object({ asset_id: Id, asset_type: AssetType }))
      .max(100)
      .optional(),
    primary_asset_id: Id.optional(),
    cards: z.array(Card).max(10).optional().describe("Replaces all cards"),
  })
  .refine(({ format_id, format_kind }) => !format_id || !format_kind, ONE_FORMAT)
  .refine(({ linked_assets }) => onePrimary(linked_assets), ONE_PRIMARY)
  .meta({ id: "CreativeChange" });

export type CreativeChange = z.output<typeof CreativeChangeBody>;

export const CampaignPath = z.object({ campaignId: Id });
export const CreativePath = z.object({ campaignId: Id, creativeId: Id });

export const CreativeListQuery = z.object({
  ...takeSkip,
  search: z.string().max(200).optional().describe("Part of the name, ignoring case"),
});
