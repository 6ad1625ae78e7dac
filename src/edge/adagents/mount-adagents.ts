import type { FastifyInstance } from "fastify";
import { NotFound } from "../../ground/kernel/errors.ts";
import { findPublicationOfAnySeller, toAdagentsJson } from "../../supply/publishers/index.ts";
import type { Edge } from "../http/mount.ts";

/** How long publishers and crawlers may cache the file; a withdrawal may go unnoticed for that long. */
const KEEP_SECONDS = 300;

/** The adagents.json of every storefront that declares publishers, for publishers to point to. */
export function mountAdagents(app: FastifyInstance, { host }: Pick<Edge, "host">): void {
  app.get<{ Params: { platformId: string } }>(
    "/storefront/:platformId/.well-known/adagents.json",
    async (request, reply) => {
      request.noted = { operation: "adagents.json" };
      const { platformId } = request.params;
      const publication = await host.database.readInstallation((db) => findPublicationOfAnySeller(db, platformId));
      // The same answer for storefronts that are unknown, hidden or without publishers, so that guessing reveals nothing.
      if (!publication) throw new NotFound(`no storefront ${platformId} declares whom it sells for`);
      return reply
        .header("cache-control", `public, max-age=${KEEP_SECONDS}`)
        .header("access-control-allow-origin", "*")
        .send(toAdagentsJson(publication, host.installation.publicUrl));
    },
  );
}
