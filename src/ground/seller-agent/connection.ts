import type { SellerAgent } from "./port.ts";

/**
 * How an agent is reached and authenticated. Contains a decrypted secret: it lives for one call, and is never stored or
 * logged.
 */
export type AgentConnection =
  | {
      readonly kind: "adcp";
      readonly agentId: string;
      readonly name: string;
      readonly endpointUrl: string;
      readonly protocol: "MCP" | "A2A";
      readonly auth: AgentAuth;
      /** The account to buy under: the one that the buyer was given there. */
      readonly account?: { readonly accountId: string };
      /** If none was given, the credential's account, for an agent that recognises its buyers by account ids. */
      readonly accountId?: string;
    }
  | {
      readonly kind: "simulated";
      readonly agentId: string;
      readonly name: string;
      /** As `supply/simulated` defines a publisher; parsed when it is opened. */
      readonly simulation: unknown;
      readonly credential: string | null;
    }
  /** A source of modules: its feed, its ledger and its people, in its seller's own rows. */
  | {
      readonly kind: "modular";
      readonly agentId: string;
      readonly name: string;
      /** The owner of the source, and its number. */
      readonly customerId: number;
      readonly inventorySourceId: number;
    }
  /** A platform that the storefront is wired to: an adapter speaks with it, under what was consented to. */
  | {
      readonly kind: "provider";
      readonly agentId: string;
      readonly name: string;
      /** The owner of the source, and its number. */
      readonly customerId: number;
      readonly inventorySourceId: number;
    }
  /** Another storefront of this installation, by the link of a source with it. */
  | {
      readonly kind: "storefront";
      readonly agentId: string;
      readonly name: string;
      /** The owner of the source, and its number. */
      readonly customerId: number;
      readonly inventorySourceId: number;
    };

export type AgentAuth =
  | { readonly type: "none" }
  | { readonly type: "bearer"; readonly token: string }
  | { readonly type: "api_key"; readonly token: string }
  | { readonly type: "basic"; readonly username: string; readonly password: string }
  | IssuedAuth;

/** A bearer token from elsewhere, requested for every call: its issuer caches it as long as it is valid. */
export interface IssuedAuth {
  readonly type: "issued";
  /** Throws `SellerUnreachable`. */
  issue(): Promise<string>;
}

/** Opens the agent of a connection; warm clients are kept behind it. */
export type OpenAgent = (connection: AgentConnection) => SellerAgent;
