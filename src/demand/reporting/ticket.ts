import { timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { hashSecret, type Vault } from "../../ground/vault/index.ts";

const Ticket = z.object({
  customerId: z.int(),
  /** Its reader; null if a key without a person requested it. */
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

/** Access to one report as a file, until it expires. It says which report, and for whom. */
export type Ticket = z.output<typeof Ticket>;

/** A ticket in a link: its content, and a signature that only this installation can create. */
export function signTicket(ticket: Ticket, vault: Vault): string {
  const said = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return `${said}.${signatureOf(said, vault)}`;
}

/** Undefined if the text was not signed here. Callers check expiry, because they know the customer's clock. */
export function readTicket(text: string, vault: Vault): Ticket | undefined {
  const [said = "", signature = ""] = text.split(".");
  const [given, right] = [Buffer.from(signature), Buffer.from(signatureOf(said, vault))];
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined;
  // Tickets of an earlier release name nobody, and are not valid.
  return Ticket.safeParse(JSON.parse(Buffer.from(said, "base64url").toString())).data;
}

function signatureOf(said: string, vault: Vault): string {
  return hashSecret(vault.pepper("report-links"), said);
}
