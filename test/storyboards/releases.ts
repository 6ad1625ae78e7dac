import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { listAllComplianceStoryboards, type Storyboard } from "@adcp/sdk/testing";

/** The storyboards of AdCP 3.0.26 in the form that the SDK reads, without their prose (Apache-2.0, The Ad Context Protocol). */
const FILE = join(import.meta.dirname, "adcp-3.0.26-storyboards.json.gz");

/** The storyboards that the SDK contains, and the last ones of the 3.0 line. */
export const RELEASES = {
  "3.0.6": listAllComplianceStoryboards(),
  "3.0.26": JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as readonly Storyboard[],
};

export type AdcpRelease = keyof typeof RELEASES;
