import type { Context } from "../../ground/kernel/context.ts";
import { wallOf } from "../../ground/kernel/context.ts";
import { NotFound } from "../../ground/kernel/errors.ts";
import { isMember } from "../members/index.ts";
import { archiveKeyOf } from "./archive.ts";
import type { ArchiveTicket } from "./archive-link.ts";
import { findArchive } from "./store.ts";

/** Where the file of a ticket's archive is stored. Throws `NotFound` if the file no longer exists, or its reader has left the organisation. */
export async function findArchiveFile(
  ctx: Context,
  { archiveId, readerId }: ArchiveTicket,
): Promise<{ readonly blobKey: string; readonly bytes: number; readonly fileName: string }> {
  const { customerId } = ctx.viewer;
  const archive = await findArchive(ctx.db, customerId, archiveId);
  if (archive?.state !== "READY" || archive.bytes === null || archive.expiresAt <= wallOf(ctx))
    throw unknownArchiveLink();
  if (readerId !== null && !(await isMember(ctx, readerId))) throw unknownArchiveLink();
  return { blobKey: archiveKeyOf(customerId, archiveId), bytes: archive.bytes, fileName: `${archiveId}.tar.gz` };
}

/** The same answer for a link that is invalid, was tampered with or has expired, so that guessing reveals nothing. */
export const unknownArchiveLink = () =>
  new NotFound("this link is unknown or has expired: get the archive again for a new one");
