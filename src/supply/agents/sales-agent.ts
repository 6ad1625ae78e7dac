import type { Capabilities } from "../../ground/seller-agent/index.ts";

export type AuthenticationType = "API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH";

/** Whom a buyer can buy from: a storefront as a whole, or one agent behind storefronts. */
export interface SalesAgent {
  readonly agentId: string;
  readonly name: string;
  readonly description: string | null;
  /** Null if buyers can only reach it through storefronts. */
  readonly endpointUrl: string | null;
  readonly protocol: "MCP" | "A2A";
  readonly authenticationType: AuthenticationType;
  /** Whether each buyer needs its own credential. */
  readonly requiresCredentials: boolean;
  readonly authConfigured: boolean;
  readonly isOpen: boolean;
  /** Its last stated capabilities; for a storefront, those of each of its sources. */
  readonly said: readonly Capabilities[];
  readonly saidAt: Date | null;
  /** The viewer's own. */
  readonly customerAccounts: readonly { readonly accountIdentifier: string; readonly status: "PENDING" | "ACTIVE" }[];
  /** Publishers who say that it is not the storefront's to sell for them. */
  readonly refusing: readonly string[];
  readonly createdAt: Date;
}

/** A buyer has yet to register before it can buy. */
export function requiresAccount({ requiresCredentials, customerAccounts }: SalesAgent): boolean {
  return requiresCredentials && !customerAccounts.some(({ status }) => status === "ACTIVE");
}

/** Everything that the agent, or any of those behind it, said. */
export function unionOf({ said }: SalesAgent, of: (one: Capabilities) => readonly string[]): string[] {
  return [...new Set(said.flatMap(of))];
}
