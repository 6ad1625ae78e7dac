import { type Operation, writes } from "../../../ground/kernel/operation.ts";
import type { Request } from "../../../ground/kernel/run.ts";
import { carryOut, type Outcome } from "../../http/carry-out.ts";
import type { Edge } from "../../http/mount.ts";
import type { Visit } from "./tool.ts";

/** Does an operation for whoever calls the tool, by the road that REST takes. */
export async function runOperation(
  op: Operation,
  request: Omit<Request, "requestId">,
  visit: Visit,
  edge: Pick<Edge, "host" | "keyring">,
): Promise<Outcome> {
  visit.note(op);
  const viewer = writes(op) ? await visit.fresh() : visit.viewer;
  return carryOut(op, { ...request, requestId: visit.requestId }, viewer, edge);
}
