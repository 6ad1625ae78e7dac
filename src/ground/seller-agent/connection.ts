import type { SellerAgent } from "./port.ts";

/** How an agent is reached and authenticated. It contains a decrypted secret, so it exists for one call only, and is never stored or logged. */
export type AgentConnection =
  | {
      readonly kind: "adcp";
      readonly agentId: string;
      readonly name: string;
      readonly endpointUrl: string;
      readonly protocol: "MCP" | "A2A";
      readonly auth: AgentAuth;
      /** The account to buy under, which the buyer was given there. */
      readonly account?: { readonly accountId: string };
      /** If the buyer was given none, the credential's account, for an agent that identifies its buyers by account ids. */
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
  /** A modular source: its feed, ledger and people are in its seller's own rows. */
  | {
      readonly kind: "modular";
      readonly agentId: string;
      readonly name: string;
      /** The owner of the source, and its number. */
      readonly customerId: number;
      readonly inventorySourceId: number;
    }
  /** A platform connected to the storefront, which an adapter calls with the consent that was given. */
  | {
      readonly kind: "provider";
      readonly agentId: string;
      readonly name: string;
      /** The owner of the source, and its number. */
      readonly customerId: number;
      readonly inventorySourceId: number;
    }
  /** Another storefront of this installation, reached through the storefront link of a source. */
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

/** A bearer token from another issuer, requested for every call; the issuer caches it as long as it is valid. */
export interface IssuedAuth {
  readonly type: "issued";
  /** Throws `SellerUnreachable`. */
  issue(): Promise<string>;
}

/** Opens the agent of a connection; open clients are reused. */
export type OpenAgent = (connection: AgentConnection) => SellerAgent;
