import { z } from "zod";
import { integerId } from "../../../ground/kernel/query.ts";
import type { Version } from "./version.ts";

export const VersionPath = z.object({ version: integerId("version") });

/** The fields with which a new version of either kind is written. */
export const written = {
  notes: z.string().max(2000).optional().describe("Why this version was written; never shown to buyers"),
  activate: z.boolean().default(false).describe("Activate it immediately, instead of the active one"),
};

export const contentInput = z.string().min(1).max(50_000);

/** The fields with which a version of either kind is shown. */
export const shown = {
  id: z.string().describe("A decimal number, as a string"),
  storefrontId: z.string(),
  version: z.int().describe("Starts at 1, and is never reused"),
  content: z.string(),
  notes: z.string().nullable(),
  isActive: z.boolean(),
  createdAt: z.iso.datetime(),
  createdBy: z.string().nullable().describe("The user who wrote it; null if a service did"),
};

export function versionView(row: Version) {
  const { versionId, storefrontId, version, content, notes, isActive, createdAt, createdBy } = row;
  return {
    id: String(versionId),
    storefrontId: String(storefrontId),
    version,
    content,
    notes,
    isActive,
    createdAt: createdAt.toISOString(),
    createdBy: createdBy === null ? null : String(createdBy),
  };
}
