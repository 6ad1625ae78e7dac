import type { FastifyReply, FastifyRequest } from "fastify";
import { NotFound, Unauthorized, WrongSide } from "../../ground/kernel/errors.ts";
import { NOBODY, type Viewer } from "../../ground/kernel/viewer.ts";
import { openDoor } from "../../supply/merchandising/index.ts";
import { viewerIn } from "../http/credentials.ts";
import type { Edge } from "../http/mount.ts";
import type { Tool } from "./tools/tool.ts";
import type { Visit } from "./visit.ts";

/** Counts a request and finds the storefront that it is for. Throws what keeps it from being read. */
export async function knock(request: FastifyRequest, reply: FastifyReply, edge: Edge): Promise<Visit> {
  request.noted = { operation: "adcp" };
  await edge.limits.countAddress(request.ip, "general", reply);
  const viewer = await callerOf(request, edge, false);
  const { customerId, customerKind } = viewer;
  if (viewer !== NOBODY) {
    request.noted = { operation: "adcp", customerId };
    await edge.limits.countOrganisation(customerId, reply);
  }
  if (customerKind !== "BUYER")
    throw new WrongSide(`a storefront's agent is for buyers, and this key belongs to a ${customerKind} organisation`);
  const { platformId } = request.params as { readonly platformId: string };
  const door = await openDoor(edge.host, viewer, platformId, request.id);
  // One answer for unknown, closed and behind a wall: who guesses learns nothing.
  if (!door) throw new NotFound(`there is no storefront ${platformId} for you`);
  return { host: edge.host, door, viewer, requestId: request.id };
}

/** The visit of whoever may call this tool; for a write, with the caller as it is now. Throws `Unauthorized`. */
export async function admitted(visit: Visit, tool: Tool, request: FastifyRequest, edge: Edge): Promise<Visit> {
  if (visit.viewer === NOBODY && !tool.isPublic)
    throw new Unauthorized(`${tool.name} asks for a key: send Authorization: Bearer <API key>`);
  return tool.writes ? { ...visit, viewer: await callerOf(request, edge, true) } : visit;
}

async function callerOf({ headers }: FastifyRequest, { keyring }: Edge, fresh: boolean): Promise<Viewer> {
  const isStranger = headers.authorization === undefined && headers["x-scope3-api-key"] === undefined;
  return isStranger ? NOBODY : viewerIn(headers, keyring, fresh);
}
