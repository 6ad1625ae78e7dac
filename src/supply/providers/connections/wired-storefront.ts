import type { Provider } from "../contract/provider.ts";
import type { OwnerKind } from "./connection.ts";

/** A storefront wired to a platform, with what its connection needs to know. */
export interface WiredStorefront {
  readonly customerId: number;
  readonly storefrontId: number;
  readonly platformId: string;
  readonly name: string;
  readonly publisherDomain: string | null;
  readonly brandName: string | null;
  readonly logoUrl: string | null;
  readonly logoBackground: string | null;
  readonly description: string | null;
  readonly channels: readonly string[];
  readonly regions: readonly string[];
  readonly website: string | null;
  readonly provider: Provider;
  readonly inventorySourceId: number;
  readonly agentId: string;
  /** Whether the seller connects it for all of its buyers, or each buyer for itself. */
  readonly ownerKind: OwnerKind;
}
