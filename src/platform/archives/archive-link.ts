import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hashSecret, type Vault } from "../../ground/vault/index.ts";

/** Where an archive is fetched with a ticket and no key, below the installation's address. */
export const ARCHIVE_FILE = "/api/v2/archive.tar.gz";

const Ticket = z.object({
  customerId: z.int(),
  archiveId: z.string(),
  /** Its reader; null if a key without a person requested it. */
  readerId: z.int().nullable(),
  /** By the wall. */
  expiresAt: z.iso.datetime(),
});

/** The right to download one archive, until it expires. */
export type ArchiveTicket = z.output<typeof Ticket>;

export function archiveLink(publicUrl: string, ticket: ArchiveTicket, vault: Vault): string {
  const said = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return `${publicUrl}${ARCHIVE_FILE}?ticket=${said}.${signatureOf(said, vault)}`;
}

/** Undefined where the text was not signed here, or has expired. */
export function readArchiveTicket(text: string, vault: Vault, wall: Date): ArchiveTicket | undefined {
  const [said = "", signature = ""] = text.split(".");
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(said, vault))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  const ticket = Ticket.parse(JSON.parse(Buffer.from(said, "base64url").toString()));
  return new Date(ticket.expiresAt) > wall ? ticket : undefined;
}

function signatureOf(said: string, vault: Vault): string {
  return hashSecret(vault.pepper("archive-links"), said);
}
