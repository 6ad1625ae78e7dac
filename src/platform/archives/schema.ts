import { z } from "zod";
import type { Context } from "../../ground/kernel/context.ts";
import { wallOf } from "../../ground/kernel/context.ts";
import { takeSkip } from "../../ground/kernel/query.ts";
import { type Archive, linkExpiry } from "./archive.ts";
import { archiveLink } from "./archive-link.ts";

export const ArchiveView = z
  .object({
    id: z.string(),
    status: z.enum(["PREPARING", "READY", "FAILED", "EXPIRED"]),
    requestedByUserId: z.int().nullable(),
    requestedAt: z.iso.datetime(),
    readyAt: z.iso.datetime().nullable(),
    expiresAt: z.iso
      .datetime()
      .describe("When the file is deleted; an archive that is still PREPARING is given up then"),
    bytes: z.int().nullable(),
    sha256: z.string().nullable(),
    downloadUrl: z
      .string()
      .nullable()
      .describe(
        "Needs no key, and works for at least ten minutes: get the archive again for a new one. Null unless READY",
      ),
    downloadUrlExpiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "OrganisationArchive" });

export const ArchivePath = z.object({ archiveId: z.string().max(64) });
export const ArchiveListQuery = z.object(takeSkip);

export function viewOf(archive: Archive, ctx: Context): z.input<typeof ArchiveView> {
  const { archiveId, state, askedBy, askedAt, readyAt, expiresAt, bytes, sha256 } = archive;
  return {
    id: archiveId,
    status: state,
    requestedByUserId: askedBy,
    requestedAt: askedAt.toISOString(),
    readyAt: readyAt?.toISOString() ?? null,
    expiresAt: expiresAt.toISOString(),
    bytes,
    sha256,
    ...linkOf(archive, ctx),
  };
}

function linkOf(archive: Archive, ctx: Context) {
  const wall = wallOf(ctx);
  if (archive.state !== "READY" || archive.expiresAt <= wall) return { downloadUrl: null, downloadUrlExpiresAt: null };
  const { viewer, installation, vault } = ctx;
  const expiresAt = linkExpiry(archive, wall).toISOString();
  const ticket = { customerId: viewer.customerId, archiveId: archive.archiveId, readerId: viewer.userId, expiresAt };
  return { downloadUrl: archiveLink(installation.publicUrl, ticket, vault), downloadUrlExpiresAt: expiresAt };
}
