import type { FastifyRequest } from "fastify";
import { NotFound } from "../../ground/kernel/errors.ts";

/**
 * A form that another site sends is refused whatever it carries: by the browser's own word (Fetch metadata), where it gives
 * it. A neighbouring host is another site too: it could plant a cookie beside ours, and send the form that belongs to it.
 */
export async function refuseForeignForm({ method, headers }: FastifyRequest): Promise<void> {
  const site = headers["sec-fetch-site"];
  if (method === "POST" && (site === "cross-site" || site === "same-site"))
    throw new NotFound("this form can only be sent from its own page");
}
