import type { ResolvedAgent } from "../../../supply/merchandising/index.ts";
import { MAJOR, PROTOCOLS, RELEASES } from "../protocol/release.ts";
import { toolsFor } from "../tools/tools.ts";
import { DIALECTS } from "./dialect.ts";

/** Where AdCP says what an A2A agent speaks (AdCP 3.1, A2A guide). */
const ADCP_EXTENSION = "https://adcontextprotocol.org/extensions/adcp";

interface Card {
  /** Of this software. */
  readonly version: string;
  /** The installation is one: then its test controller is listed, though it obeys callers of a sandbox alone. */
  readonly sandbox: boolean;
}

/** The card of A2A 0.3, with the interfaces of 1.0 beside it. Every tool is a skill: a client that misses `get_adcp_capabilities` takes the agent for one of AdCP 2. */
export function agentCard({ agent, card }: ResolvedAgent, url: string, { version, sandbox }: Card) {
  return {
    protocolVersion: "0.3.0",
    name: agent.name,
    description: [`${agent.name} sells advertising over AdCP ${RELEASES.join(" and ")}.`, card.description]
      .filter(Boolean)
      .join("\n\n"),
    provider: { organization: card.organisation, url: card.website ?? new URL(url).origin },
    ...(card.logoUrl !== null && { iconUrl: card.logoUrl }),
    url,
    preferredTransport: "JSONRPC",
    supportedInterfaces: DIALECTS.map((protocolVersion) => ({ url, protocolBinding: "JSONRPC", protocolVersion })),
    version,
    capabilities: {
      streaming: true,
      pushNotifications: true,
      extensions: [
        {
          uri: ADCP_EXTENSION,
          params: { adcp_version: RELEASES.at(-1), major_version: MAJOR, protocols_supported: PROTOCOLS },
        },
      ],
    },
    defaultInputModes: ["application/json"],
    defaultOutputModes: ["application/json"],
    securitySchemes: { key: { type: "http", scheme: "bearer" } },
    security: [{ key: [] }],
    skills: toolsFor({ sandbox }).map(({ name, title, description }) => ({
      id: name,
      name: title,
      description,
      tags: ["adcp"],
    })),
  };
}
