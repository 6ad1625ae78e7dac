import type { Capabilities } from "../../ground/seller-agent/index.ts";

export type AuthenticationType = "API_KEY" | "NO_AUTH" | "JWT" | "OAUTH" | "BASIC_AUTH";

/** A seller that buyers can buy from: a storefront as a whole, or one agent behind storefronts. */
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
  /** The capabilities that it last stated; for a storefront, those of each of its sources. */
  readonly said: readonly Capabilities[];
  readonly saidAt: Date | null;
  /** The viewer's own accounts. */
  readonly customerAccounts: readonly { readonly accountIdentifier: string; readonly status: "PENDING" | "ACTIVE" }[];
  /** Publishers who state that the storefront is not authorised to sell their inventory. */
  readonly refusing: readonly string[];
  readonly createdAt: Date;
}

/** Whether the buyer still has to register before it can buy. */
export function requiresAccount({ requiresCredentials, customerAccounts }: SalesAgent): boolean {
  return requiresCredentials && !customerAccounts.some(({ status }) => status === "ACTIVE");
}

/** Every value that any of the agents behind it stated. */
export function unionOf({ said }: SalesAgent, of: (one: Capabilities) => readonly string[]): string[] {
  return [...new Set(said.flatMap(of))];
}
