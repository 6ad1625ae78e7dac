import type { z } from "zod";
import { PublicError } from "../../../ground/kernel/errors.ts";
import type { Viewer } from "../../../ground/kernel/viewer.ts";
import type { Edge } from "../../http/mount.ts";
import { runRequest } from "../../http/run-request.ts";
import type { Guide } from "../../reference/index.ts";
import type { McpRequestContext } from "../tools/tool.ts";

/** Reads through an operation that the caller could call itself; undefined if the caller may not, or this server does not have the operation. */
export type Reader = <A extends z.ZodType>(
  operation: string,
  answer: A,
  query?: object,
) => Promise<z.output<A> | undefined>;

export function readAs(
  viewer: Viewer,
  guide: Guide,
  requestContext: McpRequestContext,
  edge: Pick<Edge, "host" | "keyring">,
): Reader {
  return async (operation, answer, query = {}) => {
    const op = guide.capability(operation)?.op;
    if (!op) return undefined;
    try {
      const request = { params: {}, query, body: undefined, requestId: requestContext.requestId };
      const { envelope } = await runRequest(op, request, viewer, edge);
      return answer.safeParse(envelope.data).data;
    } catch (error) {
      if (error instanceof PublicError) return undefined;
      throw error;
    }
  };
}
