import type { AddressInfo } from "node:net";
import type { Parts } from "../../src/main/parts.ts";
import { newestMailTo } from "../mailbox.ts";
import { openWorld, type World } from "../world.ts";

/** A world that a browser can reach. */
export interface Site {
  readonly world: World;
  readonly origin: string;
  /** Where the link in the newest mail to an address leads, on this site. */
  mailedLink(address: string): Promise<string>;
  close(): Promise<void>;
}

export async function openSite(changes: Partial<Parts> = {}): Promise<Site> {
  const world = await openWorld(changes);
  await world.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = world.app.server.address() as AddressInfo;
  return {
    world,
    origin: `http://127.0.0.1:${port}`,
    mailedLink: async (address) => {
      const { pathname, search } = new URL((await newestMailTo(world, address))?.link ?? "");
      return pathname + search;
    },
    close: () => world.close(),
  };
}

export interface ShopOptions {
  readonly name?: string;
  readonly policy?: "auto_approve" | "manual_approve";
  /** Whether the seller's clock can be advanced. */
  readonly sandbox?: boolean;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A seller whose storefront has this look, and a link to join it. */
export async function openShop({ world }: Site, options: ShopOptions = {}) {
  const { name = "Northwind Media", policy = "manual_approve", sandbox = false, settings } = options;
  const seller = await world.caller("SELLER", { sandbox });
  const { data: made } = await seller.post("/storefront", { name, operatorDomain: "northwind.example" });
  const storefrontId = Number(made.storefrontId);
  const changed = await seller.put("/storefront", {
    defaultCurrency: "EUR",
    brandColors: { primary: "#E4002B", secondary: "#1A1A1A" },
    ...settings,
  });
  if (changed.error) throw new Error(changed.error.message);
  const { data: link, error } = await seller.post("/storefront/join-links", {
    storefrontId,
    approvalPolicy: policy,
  });
  if (error) throw new Error(error.message);
  return { seller, storefrontId, path: String(link.joinPath), linkId: String(link.id) };
}
