import type { Vault } from "../../../ground/vault/index.ts";
import { secured0_3, secured1_0 } from "../../mcp/a2a/card-security.ts";
import { DIALECTS, type Dialect } from "../../mcp/a2a/dialect.ts";
import { signCard } from "../../mcp/a2a/sign-card.ts";
import type { Json } from "../../reference/index.ts";
import { MAJOR, PROTOCOLS, RELEASES } from "../protocol/release.ts";
import type { AdcpRequestContext } from "../request-context.ts";
import { toolsFor } from "../tools/tools.ts";
import { ADCP_PROFILE } from "./extension.ts";

/** The extension in which AdCP defines what an A2A agent supports (AdCP 3.1, A2A guide). */
const ADCP_EXTENSION = "https://adcontextprotocol.org/extensions/adcp";

interface Card {
  /** The version of this software. */
  readonly version: string;
  /** On a sandbox installation the test controller is listed too, although it only obeys callers in sandbox accounts. */
  readonly sandbox: boolean;
  readonly vault: Vault;
  /** 1.0 for a client that only supports 1.0; all other clients get 0.3, with the fields that 1.0 adds. */
  readonly dialect: Dialect;
}

/**
 * The signed card. Every tool is listed as a skill, because a client that does not find `get_adcp_capabilities` takes the agent for one of
 * AdCP 2.
 */
export async function agentCard(requestContext: AdcpRequestContext, url: string, { vault, dialect, ...told }: Card) {
  const { origin } = new URL(url);
  const card = {
    ...(await commonCard(requestContext, url, told)),
    ...(dialect === "1.0" ? secured1_0(url) : secured0_3(url)),
  };
  return signCard(card, vault, origin);
}

async function commonCard(
  requestContext: AdcpRequestContext,
  url: string,
  { version, sandbox }: Pick<Card, "version" | "sandbox">,
): Promise<Json> {
  const { agent, card } = requestContext.resolved;
  const tools = await toolsFor(requestContext, { sandbox });
  return {
    name: agent.name,
    description: [`${agent.name} sells advertising over AdCP ${RELEASES.join(" and ")}.`, card.description]
      .filter(Boolean)
      .join("\n\n"),
    provider: { organization: card.organisation, url: card.website ?? new URL(url).origin },
    ...(card.logoUrl !== null && { iconUrl: card.logoUrl }),
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
        { uri: ADCP_PROFILE, description: "Each message calls one AdCP task: a data part {skill, input}" },
      ],
    },
    defaultInputModes: ["application/json"],
    defaultOutputModes: ["application/json"],
    skills: tools.map(({ name, title, description }) => ({
      id: name,
      name: title,
      description,
      tags: ["adcp"],
    })),
  };
}
