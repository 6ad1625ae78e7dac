import type { FastifyRequest } from "fastify";
import { NotFound } from "../../ground/kernel/errors.ts";

/**
 * A form that another site sends is refused whatever it contains: according to the browser's Fetch metadata, if it
 * sends them. A neighbouring host is another site too: it could set its own cookie, and send the form that belongs to
 * it.
 */
export async function refuseForeignForm({ method, headers }: FastifyRequest): Promise<void> {
  const site = headers["sec-fetch-site"];
  if (method === "POST" && (site === "cross-site" || site === "same-site"))
    throw new NotFound("this form can only be sent from its own page");
}
