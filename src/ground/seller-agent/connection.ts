import type { SellerAgent } from "./port.ts";

/** How an agent is reached and opened. Holds an opened secret: it lives for one call, and is never stored or logged. */
export type AgentConnection =
  | {
      readonly kind: "adcp";
      readonly agentId: string;
      readonly name: string;
      readonly endpointUrl: string;
      readonly protocol: "MCP" | "A2A";
      readonly auth: AgentAuth;
      /** The account that the credential opens, for an agent that knows its buyers by account ids. */
      readonly accountId?: string;
    }
  | {
      readonly kind: "simulated";
      readonly agentId: string;
      readonly name: string;
      /** As `supply/simulated` describes a publisher; parsed by whoever opens it. */
      readonly simulation: unknown;
      readonly credential: string | null;
    };

export type AgentAuth =
  | { readonly type: "none" }
  | { readonly type: "bearer"; readonly token: string }
  | { readonly type: "api_key"; readonly token: string }
  | { readonly type: "basic"; readonly username: string; readonly password: string };

/** Opens the agent of a connection; warm clients are kept behind it. */
export type OpenAgent = (connection: AgentConnection) => SellerAgent;
