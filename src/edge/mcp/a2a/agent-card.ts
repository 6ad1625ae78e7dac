import { NOBODY } from "../../../ground/kernel/viewer.ts";
import type { Json } from "../../reference/index.ts";
import type { Server } from "../answer-request.ts";
import type { Desk } from "../endpoints.ts";
import type { McpRequestContext } from "../tools/tool.ts";

export type Servers = Readonly<Record<Desk, Server<McpRequestContext>>>;

export const A2A_PATH = "/a2a";

/** The card of A2A 0.3 for the marketplace itself: its skills are the tools of its MCP servers, each named once. */
export function agentCard(servers: Servers, publicUrl: string, version: string) {
  const skills = new Map(
    Object.values(servers).flatMap((server) => skillsOf(server).map((skill) => [skill.id, skill])),
  );
  return {
    protocolVersion: "0.3.0",
    name: "Interchange",
    description:
      "A marketplace for advertising. Send a data part {skill, input} with the API key of your organisation: a buyer's finds " +
      "and buys products of many sellers, a seller's runs its storefront. Each storefront has a card of its own, at " +
      "/storefront/{platformId}/.well-known/agent-card.json, and speaks AdCP.",
    url: publicUrl + A2A_PATH,
    preferredTransport: "JSONRPC",
    version,
    documentationUrl: `${publicUrl}/llms.txt`,
    capabilities: { streaming: false, pushNotifications: false },
    defaultInputModes: ["application/json"],
    defaultOutputModes: ["application/json", "text/plain"],
    securitySchemes: { key: { type: "http", scheme: "bearer" } },
    security: [{ key: [] }],
    skills: [...skills.values()],
  };
}

function skillsOf(server: Server<McpRequestContext>) {
  const nobody = { viewer: NOBODY, requestId: "", fresh: async () => NOBODY, note: () => undefined };
  return server.listFor(nobody).map(({ name, title, description }: Json) => ({
    id: String(name),
    name: String(title),
    description: String(description),
    tags: ["interchange"],
  }));
}
