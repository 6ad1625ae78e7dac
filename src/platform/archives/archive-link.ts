import { z } from "zod";
import { readTicket, signTicket, type Vault } from "../../ground/vault/index.ts";

/** The path, below the installation's address, at which an archive is fetched with a ticket instead of a key. */
export const ARCHIVE_FILE = "/api/v2/archive.tar.gz";

const Ticket = z.object({
  customerId: z.int(),
  archiveId: z.string(),
  /** The person who reads it; null if a key without a person requested it. */
  readerId: z.int().nullable(),
  /** In real time. */
  expiresAt: z.iso.datetime(),
});

/** The right to download one archive, until it expires. */
export type ArchiveTicket = z.output<typeof Ticket>;

export function archiveLink(publicUrl: string, ticket: ArchiveTicket, vault: Vault): string {
  return `${publicUrl}${ARCHIVE_FILE}?ticket=${signTicket(pepperOf(vault), ticket)}`;
}

/** Undefined if the text was not signed here, or has expired. */
export function readArchiveTicket(text: string, vault: Vault, wall: Date): ArchiveTicket | undefined {
  const ticket = readTicket(text, pepperOf(vault), Ticket);
  return ticket && new Date(ticket.expiresAt) > wall ? ticket : undefined;
}

const pepperOf = (vault: Vault) => vault.pepper("archive-links");
