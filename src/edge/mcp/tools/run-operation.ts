import { type Operation, writes } from "../../../ground/kernel/operation.ts";
import type { Request } from "../../../ground/kernel/run.ts";
import type { Edge } from "../../http/mount.ts";
import { type Outcome, runRequest } from "../../http/run-request.ts";
import type { McpRequestContext } from "./tool.ts";

/** Executes an operation for the tool's caller, in the same way as REST. */
export async function runOperation(
  op: Operation,
  request: Omit<Request, "requestId">,
  requestContext: McpRequestContext,
  edge: Pick<Edge, "host" | "keyring">,
): Promise<Outcome> {
  requestContext.note(op);
  const viewer = writes(op) ? await requestContext.fresh() : requestContext.viewer;
  const { requestId, tell } = requestContext;
  return runRequest(op, { ...request, requestId, tell }, viewer, edge);
}
