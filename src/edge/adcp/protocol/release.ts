import { SellerRefused } from "../../../ground/seller-agent/index.ts";
import type { Json } from "../../reference/index.ts";

/** The supported releases of AdCP, the oldest first. Each answer is computed once and then adapted to the caller's release. */
export const RELEASES = ["3.0", "3.1"] as const;
export type Release = (typeof RELEASES)[number];

export const OLDEST: Release = "3.0";
export const NEWEST: Release = "3.1";
export const MAJOR = 3;

/** The supported AdCP releases, for capabilities and for an A2A agent's card. */
export const PROTOCOLS = ["media_buy", "creative"] as const;

/**
 * The release of the answer: the newest supported one that is not newer than the release in the request (AdCP 3.1, `supported_versions`). A
 * request without a release is 3.0, which had no such field. Throws `SellerRefused`.
 */
export function releaseOf({ adcp_version: version, adcp_major_version: major }: Json): Release {
  if (version === undefined) {
    if (major === undefined || major === MAJOR) return OLDEST;
    throw unsupported("adcp_major_version", major);
  }
  const [, asked, minor] = /^(\d+)\.(\d+)(?:-[\w.-]+)?$/.exec(typeof version === "string" ? version : "") ?? [];
  if (Number(asked) !== MAJOR) throw unsupported("adcp_version", version);
  if (major !== undefined && major !== MAJOR) throw unsupported("adcp_major_version", major);
  return Number(minor) >= 1 ? NEWEST : OLDEST;
}

/** Whatever is longer is no release, and an answer that repeats a megabyte takes long to write. */
const MOST_QUOTED = 40;

function unsupported(field: string, asked: unknown): SellerRefused {
  const quoted = JSON.stringify(typeof asked === "string" ? asked.slice(0, MOST_QUOTED) : asked).slice(0, MOST_QUOTED);
  const message = `${field}: ${field} ${quoted} is not supported here: use one of ${RELEASES.join(", ")}`;
  const details = { supported_versions: RELEASES, supported_majors: [MAJOR] };
  return new SellerRefused("the storefront", [
    { code: "VERSION_UNSUPPORTED", message, field, recovery: "correctable", details },
  ]);
}
