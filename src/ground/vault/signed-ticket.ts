import type { z } from "zod";
import { hashSecret } from "./hash-secret.ts";
import { isSameSecret } from "./is-same-secret.ts";

/** A ticket for use in a link, `<JSON in base64url>.<signature>`. It names what may be fetched, and nobody else can make one. */
export function signTicket(pepper: Uint8Array, ticket: object): string {
  const said = Buffer.from(JSON.stringify(ticket)).toString("base64url");
  return `${said}.${hashSecret(pepper, said)}`;
}

/**
 * Undefined if the text was not signed here, or was signed by an earlier release whose tickets had a different shape. Callers check its
 * expiry, because they know whose clock counts.
 */
export function readTicket<Ticket>(
  text: string,
  pepper: Uint8Array,
  shape: Pick<z.ZodType<Ticket>, "safeParse">,
): Ticket | undefined {
  const [said = "", signature = ""] = text.split(".", 2);
  if (!isSameSecret(signature, hashSecret(pepper, said))) return undefined;
  return shape.safeParse(JSON.parse(Buffer.from(said, "base64url").toString())).data;
}
