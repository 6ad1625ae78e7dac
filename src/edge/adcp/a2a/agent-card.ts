import { generateAgentCardSignature } from "a2a-sdk-1";
import type { Vault } from "../../../ground/vault/index.ts";
import { ROUTES, usualScopesAt } from "../../../platform/authorization-server/index.ts";
import type { ResolvedAgent } from "../../../supply/merchandising/index.ts";
import type { Json } from "../../reference/index.ts";
import { cardKeyOf } from "../callbacks/webhook-key.ts";
import { MAJOR, PROTOCOLS, RELEASES } from "../protocol/release.ts";
import { toolsFor } from "../tools/tools.ts";
import { DIALECTS, type Dialect } from "./dialect.ts";
import { ADCP_PROFILE } from "./extension.ts";

/** Where AdCP says what an A2A agent speaks (AdCP 3.1, A2A guide). */
const ADCP_EXTENSION = "https://adcontextprotocol.org/extensions/adcp";

interface Card {
  /** Of this software. */
  readonly version: string;
  /** The installation is one: then its test controller is listed, though it obeys callers of a sandbox alone. */
  readonly sandbox: boolean;
  readonly vault: Vault;
  /** For a client that says it reads 1.0 that alone; for all others 0.3, with what 1.0 has beside it. */
  readonly dialect: Dialect;
}

/** The card, signed as A2A 1.0, 8.4, has it, over what of it is 1.0. Every tool is a skill: a client that misses `get_adcp_capabilities` takes the agent for one of AdCP 2. */
export async function agentCard(resolved: ResolvedAgent, url: string, { vault, dialect, ...told }: Card) {
  const { origin } = new URL(url);
  const card = { ...commonCard(resolved, url, told), ...(dialect === "1.0" ? secured1_0(url) : secured0_3(url)) };
  const { key, keyId: kid } = cardKeyOf(vault);
  const sign = generateAgentCardSignature(key, {
    alg: "EdDSA",
    typ: "JOSE",
    kid,
    jku: `${origin}/.well-known/jwks.json`,
  });
  // It reads a card as JSON, whatever its type says: what is no 1.0 is left out of what is signed.
  const { signatures } = await sign(card as unknown as Parameters<typeof sign>[0]);
  return {
    ...card,
    signatures: signatures.map(({ protected: header, signature }) => ({ protected: header, signature })),
  };
}

function commonCard(
  { agent, card }: ResolvedAgent,
  url: string,
  { version, sandbox }: Pick<Card, "version" | "sandbox">,
): Json {
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
        { uri: ADCP_PROFILE, description: "Each message is one call of a task of AdCP: a data part {skill, input}" },
      ],
    },
    defaultInputModes: ["application/json"],
    defaultOutputModes: ["application/json"],
    skills: toolsFor({ sandbox }).map(({ name, title, description }) => ({
      id: name,
      name: title,
      description,
      tags: ["adcp"],
    })),
  };
}

/** How a caller proves who it is: a key, or a token for this agent alone. */
function secured0_3(url: string): Json {
  return {
    protocolVersion: "0.3.0",
    url,
    preferredTransport: "JSONRPC",
    securitySchemes: { key: { type: "http", scheme: "bearer" }, oauth: { type: "oauth2", ...oauthAt(url) } },
    security: [{ key: [] }, { oauth: scopesOf(url) }],
  };
}

function secured1_0(url: string): Json {
  return {
    securitySchemes: {
      key: { httpAuthSecurityScheme: { scheme: "bearer" } },
      oauth: { oauth2SecurityScheme: oauthAt(url) },
    },
    securityRequirements: [{ schemes: { key: { list: [] } } }, { schemes: { oauth: { list: scopesOf(url) } } }],
  };
}

function oauthAt(url: string) {
  const { origin } = new URL(url);
  return {
    flows: {
      authorizationCode: {
        authorizationUrl: origin + ROUTES.authorization,
        tokenUrl: origin + ROUTES.token,
        scopes: Object.fromEntries(scopesOf(url).map((scope) => [scope, `to ${scope.split(":")[1]}`])),
      },
    },
    oauth2MetadataUrl: `${origin}/.well-known/oauth-authorization-server`,
  };
}

function scopesOf(url: string): readonly string[] {
  return usualScopesAt(new URL(url).pathname);
}
