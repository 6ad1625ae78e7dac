import { successOf } from "../../http/envelope.ts";
import type { Health } from "../../http/vital-signs.ts";
import { NoInput, type Tool, tool } from "./tool.ts";

/** Whether the server and its dependencies are available. */
export function health(look: () => Promise<Health>): Tool {
  return tool({
    name: "health",
    title: "Check the server's health",
    description: "Reports whether the server and its database are available, and which version is running.",
    takes: NoInput,
    hints: { readOnlyHint: true, idempotentHint: true },
    async answer(_, { requestId }) {
      const seen = await look();
      const remark = `The server is ${seen.status}; its database is ${seen.services.database}.`;
      return { outcome: { status: 200, replayed: false, envelope: successOf(seen, requestId) }, remark };
    },
  });
}
