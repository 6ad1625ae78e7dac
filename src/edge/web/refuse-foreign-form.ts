import type { FastifyRequest } from "fastify";
import { NotFound } from "../../ground/kernel/errors.ts";

/**
 * Refuses a form that another site sends, whatever it contains, based on the browser's Fetch metadata if it sends them. A neighbouring host
 * counts as another site, too: it could set a cookie of its own, and send the form that belongs to it.
 */
export async function refuseForeignForm({ method, headers }: FastifyRequest): Promise<void> {
  const site = headers["sec-fetch-site"];
  if (method === "POST" && (site === "cross-site" || site === "same-site"))
    throw new NotFound("this form can only be sent from its own page");
}
