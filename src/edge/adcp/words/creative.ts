import { z } from "zod";
import type { SellerCreative, SellerError } from "../../../ground/seller-agent/index.ts";
import type { FiredNotification } from "../../../supply/callers/callbacks/index.ts";
import type { ListedCreative } from "../../../supply/creatives/index.ts";
import { AdcpFormatId } from "./format.ts";
import { toAdcpActivity } from "./webhook-activity.ts";

export const CreativeId = z.string().min(1).max(255);

/** AdCP 3.1, core/creative-asset, parsed as tolerantly as possible. `fromAdcpCreative` checks the required fields one by one. */
export const AdcpCreative = z
  .looseObject({
    creative_id: CreativeId.describe("Your own id: an existing creative with this id is replaced"),
    name: z.string().max(500).optional(),
    format_id: AdcpFormatId.loose()
      .optional()
      .describe("A named format of list_creative_formats; otherwise use format_kind"),
    format_kind: z.string().max(100).optional().describe("A canonical format, such as image or video_hosted"),
    assets: z.record(z.string(), z.unknown()).optional().describe("Keyed by the format's asset ids"),
    tags: z.array(z.string().max(200)).max(100).optional(),
  })
  .describe("A creative with its format and its assets");

type CreativeRequest = z.output<typeof AdcpCreative>;

/** Fields about where a creative is shown, which do not belong to the creative itself. */
const OF_ITS_PLACE = ["weight", "placement_ids", "placement_refs", "status"] as const;

/** The creative, or what is wrong with it; `path` is its position in the request. */
export function fromAdcpCreative(asked: CreativeRequest, path: string): SellerCreative | SellerError {
  const { creative_id: creativeId, name, ...manifest } = asked;
  if (!name) return wrong(`${path}.name`, "give it a name");
  if (!manifest.assets) return wrong(`${path}.assets`, "give its assets, by the ids of its format");
  if ((manifest.format_id === undefined) === (manifest.format_kind === undefined))
    return wrong(`${path}.format_id`, "name its format, by format_id or by format_kind, and not by both");
  const rest = Object.entries(manifest).filter(([field]) => !OF_ITS_PLACE.some((one) => one === field));
  return { creativeId, name, manifest: Object.fromEntries(rest) };
}

export function isWrong(read: SellerCreative | SellerError): read is SellerError {
  return "code" in read;
}

function wrong(field: string, what: string): SellerError {
  return { code: "INVALID_REQUEST", message: `${field}: ${what}`, field, recovery: "correctable" };
}

/** Fields about where in a package a creative is shown, which cannot be passed on. */
export const AssignmentPlace = {
  weight: z.number().min(0).max(100).optional().describe("Not offered: a package's creatives rotate"),
  placement_ids: z.array(z.string()).optional().describe("Not offered: omit it"),
  placement_refs: z.array(z.unknown()).optional().describe("Not offered: omit it"),
};

export const Assignment = z.object({ creative_id: CreativeId, ...AssignmentPlace });

/** The creatives of a package in `create_media_buy` and `update_media_buy`. */
export const ShownInPackage = {
  creatives: z
    .array(AdcpCreative)
    .min(1)
    .max(100)
    .optional()
    .describe("New creatives: they are also added to your library"),
  creative_assignments: z
    .array(Assignment)
    .max(100)
    .optional()
    .describe("Creatives of your library; in an update, the complete list for the package"),
};

interface Placed {
  readonly weight?: unknown;
  readonly placement_ids?: unknown;
  readonly placement_refs?: unknown;
}

/** A creative that should only run in some placements, or in none, must not run in all of them. Undefined if it may. */
export function notPlaced(asked: Placed, path: string): SellerError | undefined {
  const { weight, placement_ids, placement_refs } = asked;
  const field = placement_ids
    ? "placement_ids"
    : placement_refs
      ? "placement_refs"
      : weight === 0
        ? "weight"
        : undefined;
  if (field === undefined) return undefined;
  const message = `${path}.${field}: a creative runs in the whole package, rotating with the others: leave it out`;
  return { code: "UNSUPPORTED_FEATURE", message, field: `${path}.${field}`, recovery: "correctable" };
}

interface Included {
  readonly assignments: boolean;
  /** The notifications that were sent about each creative; omitted if they were not requested. */
  readonly activity?: ReadonlyMap<string, readonly FiredNotification[]> | undefined;
}

/** AdCP 3.1, list-creatives-response. */
export function toAdcpCreative(creative: ListedCreative, include: Included) {
  const { creativeId, name, manifest, standing, purged, packages, createdAt, updatedAt } = creative;
  const activity = include.activity && (include.activity.get(creativeId) ?? []);
  return {
    ...manifest,
    creative_id: creativeId,
    name,
    status: purged?.before ?? standing,
    created_date: createdAt.toISOString(),
    updated_date: updatedAt.toISOString(),
    ...(purged && { purge: { kind: purged.kind, at: purged.at, reason_code: purged.reason } }),
    ...(activity && { webhook_activity: activity.map(toAdcpActivity) }),
    ...(include.assignments && {
      assignments: {
        assignment_count: packages.length,
        assigned_packages: packages.map(({ packageId, assignedAt }) => {
          return { package_id: packageId, assigned_date: assignedAt.toISOString() };
        }),
      },
    }),
  };
}
