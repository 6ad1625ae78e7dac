import { z } from "zod";
import type { Operation } from "../../../ground/kernel/operation.ts";
import { integerId } from "../../../ground/kernel/query.ts";
import type { Edge } from "../../http/mount.ts";
import { runOperation } from "./run-operation.ts";
import { type Tool, tool } from "./tool.ts";

/** Operations that have tools of their own, because an agent needs them before it can use any other. */
export function accountTools(operations: readonly Operation[], edge: Pick<Edge, "host" | "keyring">): Tool[] {
  const [acceptTos, switchAccount] = ["acceptTos", "switchAccount"].map((id) => operations.find((op) => op.id === id));
  return [
    ...(acceptTos ? [accepting(acceptTos, edge)] : []),
    ...(switchAccount ? [switching(switchAccount, edge)] : []),
  ];
}

function accepting(op: Operation, edge: Pick<Edge, "host" | "keyring">): Tool {
  return tool({
    name: "accept_tos",
    title: "Accept the terms of service",
    description:
      "Accepts the terms of service for your organisation. Until then, reads work and every write is refused.",
    takes: z.object({
      version: z.string().optional().describe("The version that you have read; by default the current one"),
    }),
    hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
    async answer(body, requestContext) {
      const outcome = await runOperation(op, { params: {}, query: {}, body }, requestContext, edge);
      return { outcome, remark: "The terms are accepted: your organisation can now write." };
    },
  });
}

function switching(op: Operation, edge: Pick<Edge, "host" | "keyring">): Tool {
  return tool({
    name: "customer_switch",
    title: "Switch to another organisation",
    description: "Makes your key act for another organisation that you belong to, from the next call on.",
    takes: z.object({ customerId: integerId("customerId").describe("As GET /accounts lists it") }),
    hints: { readOnlyHint: false, destructiveHint: false, idempotentHint: true },
    async answer(body, requestContext) {
      const outcome = await runOperation(op, { params: {}, query: {}, body }, requestContext, edge);
      return { outcome, remark: `You now act for organisation ${body.customerId}.` };
    },
  });
}
