import { NOBODY } from "../../../ground/kernel/viewer.ts";
import type { Vault } from "../../../ground/vault/index.ts";
import type { Json } from "../../reference/index.ts";
import type { Server } from "../answer-request.ts";
import type { McpServerKind } from "../endpoints.ts";
import type { McpRequestContext } from "../tools/tool.ts";
import { secured0_3, secured1_0 } from "./card-security.ts";
import { DIALECTS, type Dialect } from "./dialect.ts";
import { signCard } from "./sign-card.ts";

export type Servers = Readonly<Record<McpServerKind, Server<McpRequestContext>>>;

export const A2A_PATH = "/a2a";

interface Card {
  readonly publicUrl: string;
  readonly vault: Vault;
  /** The version of this software. */
  readonly version: string;
  readonly dialect: Dialect;
}

/** The signed card of the marketplace itself: its skills are the tools of its MCP servers, each listed once. */
export async function agentCard(servers: Servers, { publicUrl, vault, version, dialect }: Card): Promise<Json> {
  const url = publicUrl + A2A_PATH;
  const skills = new Map(
    (await Promise.all(Object.values(servers).map(skillsOf))).flat().map((skill) => [skill.id, skill]),
  );
  const card = {
    name: "Interchange",
    description:
      "An advertising marketplace. Send a data part {skill, input} with your organisation's API key: with a buyer's " +
      "key you discover and buy products from many sellers, with a seller's key you run your storefront. Each " +
      "storefront has its own card at /storefront/{platformId}/.well-known/agent-card.json and speaks AdCP.",
    provider: { organization: "Interchange", url: publicUrl },
    supportedInterfaces: DIALECTS.map((protocolVersion) => ({ url, protocolBinding: "JSONRPC", protocolVersion })),
    version,
    documentationUrl: `${publicUrl}/llms.txt`,
    capabilities: { streaming: false, pushNotifications: false },
    defaultInputModes: ["application/json"],
    defaultOutputModes: ["application/json", "text/plain"],
    skills: [...skills.values()],
    ...(dialect === "1.0" ? secured1_0(url) : secured0_3(url)),
  };
  return signCard(card, vault, publicUrl);
}

async function skillsOf(server: Server<McpRequestContext>) {
  const nobody = { viewer: NOBODY, requestId: "", fresh: async () => NOBODY, note: () => undefined };
  return (await server.listFor(nobody)).map(({ name, title, description }: Json) => ({
    id: String(name),
    name: String(title),
    description: String(description),
    tags: ["interchange"],
  }));
}
