import { z } from "zod";
import { Invalid, NotFound } from "../../../ground/kernel/errors.ts";
import type { Operation } from "../../../ground/kernel/operation.ts";
import { may, refuse, type Viewer } from "../../../ground/kernel/viewer.ts";
import { successOf } from "../../http/envelope.ts";
import type { Edge } from "../../http/mount.ts";
import { answerQuestion, type Guide } from "../../reference/index.ts";
import { queryOf } from "../calls/wire-query.ts";
import { runOperation } from "./run-operation.ts";
import { type McpRequestContext, type Tool, type ToolOutcome, tool } from "./tool.ts";

const LIST = "list_operations";

/** The operator's operations, available to the operator's people only. */
export function admin(guide: Guide, edge: Pick<Edge, "host" | "keyring">): Tool {
  return tool({
    name: "admin",
    title: "Operate the installation",
    description: `The operator's operations. ${LIST} lists them; any other action is the name of one of them, with its input in params. Only a SUPER_ADMIN's key may call this tool.`,
    takes: z.object({
      action: z.string().min(1).max(128),
      params: z.record(z.string(), z.unknown()).default({}),
    }),
    hints: { readOnlyHint: false, destructiveHint: true },
    listedFor: (viewer: Viewer) => may(viewer, "operate"),
    async answer({ action, params }, requestContext) {
      if (!may(requestContext.viewer, "operate")) throw refuse(requestContext.viewer, "operate");
      if (action === LIST) return theList(guide, requestContext);
      const op = guide.operations.find(({ id }) => id === action);
      if (!op)
        throw new NotFound(`action: the operator has no operation ${action}; ${LIST} lists them`, {
          field: "action",
        });
      return { outcome: await runOperation(op, requestOf(op, params), requestContext, edge) };
    },
  });
}

function theList(guide: Guide, { requestId }: McpRequestContext): ToolOutcome {
  const data = { operations: guide.operations.map(({ id, summary }) => ({ action: id, summary })) };
  const text = guide.operations.map(({ id }) => answerQuestion(guide, id).text).join("\n\n");
  return { outcome: { status: 200, replayed: false, envelope: successOf(data, requestId) }, text };
}

/** Takes a single set of values: those that the path names are used there, and the others in the body, or in the query if there is no body. */
function requestOf(op: Operation, given: Readonly<Record<string, unknown>>) {
  const names = [...op.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const missing = names.find((name) => given[name] === undefined);
  if (missing) throw new Invalid(`params.${missing}: this operation needs it`, { field: `params.${missing}` });
  const params = Object.fromEntries(names.map((name) => [name, String(given[name])]));
  const rest = Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
  return op.body ? { params, query: {}, body: rest } : { params, query: queryOf(rest), body: undefined };
}
