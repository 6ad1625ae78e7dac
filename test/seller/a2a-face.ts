import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { Answer, Payload } from "./answer.ts";
import { sendJson } from "./mcp-face.ts";

export function agentCard(url: string, tools: readonly string[]): Payload {
  return {
    name: "scripted-seller",
    description: "answers as it is told",
    url,
    version: "1",
    protocolVersion: "0.3.0",
    defaultInputModes: ["application/json"],
    defaultOutputModes: ["application/json"],
    capabilities: { streaming: false, pushNotifications: true },
    skills: tools.map((id) => ({ id, name: id, description: id, tags: ["adcp"] })),
  };
}

export function sendA2a(response: ServerResponse, id: unknown, answer: Answer): void {
  if ("rpcError" in answer) return sendJson(response, { jsonrpc: "2.0", id, error: answer.rpcError });
  const result = "task" in answer ? answer.task : taskOf("payload" in answer ? answer : { payload: {} });
  sendJson(response, { jsonrpc: "2.0", id, result: { kind: "task", contextId: "one", ...result } });
}

function taskOf({ payload, failed, as }: Extract<Answer, { payload: Payload }>): Payload {
  const parts = [{ kind: "data", data: payload }];
  const state = failed ? "failed" : "completed";
  const reported = { kind: "message", role: "agent", messageId: randomUUID(), parts };
  if (as === "status-message") return { id: randomUUID(), status: { state, message: reported } };
  return { id: randomUUID(), status: { state }, artifacts: [{ artifactId: "1", parts }] };
}
