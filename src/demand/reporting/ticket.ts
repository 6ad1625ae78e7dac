import { z } from "zod";
import { readTicket, signTicket, type Vault } from "../../ground/vault/index.ts";

const Ticket = z.object({
  customerId: z.int(),
  /** The member for whom the ticket was made; null if it was requested with an API key that belongs to nobody. */
  readerId: z.int().nullable(),
  advertiserId: z.int().optional(),
  campaignId: z.string().optional(),
  mediaBuyId: z.string().optional(),
  startDate: z.iso.date(),
  endDate: z.iso.date(),
  view: z.enum(["summary", "timeseries"]),
  demo: z.literal(true).optional(),
  bom: z.literal(true).optional(),
  /** By the customer's clock. */
  expiresAt: z.iso.datetime(),
});

/** Grants access to one report as a file until it expires. It says which report, and for whom. */
export type Ticket = z.output<typeof Ticket>;

export function signReportTicket(ticket: Ticket, vault: Vault): string {
  return signTicket(pepperOf(vault), ticket);
}

/**
 * Undefined if the text was not signed by this installation. The caller checks the expiry, because it knows the
 * customer's clock.
 */
export function readReportTicket(text: string, vault: Vault): Ticket | undefined {
  return readTicket(text, pepperOf(vault), Ticket);
}

const pepperOf = (vault: Vault) => vault.pepper("report-links");
