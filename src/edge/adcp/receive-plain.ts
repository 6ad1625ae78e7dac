import type { FastifyReply, FastifyRequest } from "fastify";
import { NOBODY } from "../../ground/kernel/viewer.ts";
import type { Edge } from "../http/mount.ts";
import { refuseStrangeOrigin } from "../mcp/admit.ts";
import { isObject } from "../mcp/protocol/message.ts";
import { answerCall, statusOf } from "./answer-call.ts";
import { admitted, authenticate } from "./authenticate.ts";
import { keyMissing } from "./callers/key-refused.ts";
import { failed } from "./protocol/envelope.ts";
import { flawReported, refused } from "./protocol/failure.ts";
import { OLDEST } from "./protocol/release.ts";
import { TOOLS, toolNamed } from "./tools/tools.ts";

/**
 * A call of an AdCP task over plain HTTP: its input is the body, and its name the last part of the path. Every result is in AdCP's envelope
 * with status 200; any other status means that no tool was called. AdCP's test vectors of signed requests (3.0) expect this.
 */
export async function receivePlain(request: FastifyRequest, reply: FastifyReply, edge: Edge): Promise<FastifyReply> {
  refuseStrangeOrigin(request, edge.host.installation.publicUrl);
  const requestContext = await authenticate(request, reply, edge);
  const { "*": path } = request.params as { readonly "*": string };
  const name = path.slice(path.lastIndexOf("/") + 1);
  const tool = toolNamed(name);
  const given = request.body ?? {};
  const framing = { release: OLDEST, context: undefined };
  if (tool && isObject(given)) {
    if (request.noted) request.noted = { ...request.noted, tool: name };
    const known = await admitted(requestContext, { tool, given }, request, edge);
    const answered = await answerCall(tool, given, known);
    if (request.noted) request.noted = { ...request.noted, answered: statusOf(answered) };
    return reply.send(answered.payload);
  }
  if (requestContext.viewer === NOBODY) throw keyMissing("this");
  if (tool) return reply.send(failed([flawReported({ path: "", message: "it must be a JSON object" })], framing));
  const names = TOOLS.map((one) => one.name).join(", ");
  const message = `there is no task ${JSON.stringify(name)}; there are ${names}`;
  return reply.send(failed(refused("UNSUPPORTED_FEATURE", message).errors, framing));
}
