import type { Offerer } from "./seller-answer.ts";

/** Groups ranked offers by seller; a seller is at the position of its best offer. */
export function groupBySeller<Item extends Offerer>(ranked: readonly Item[]): (Offerer & { items: Item[] })[] {
  const groups = new Map<string, Offerer & { items: Item[] }>();
  for (const item of ranked) {
    const { salesAgentId, salesAgentName, storefrontId } = item;
    const group = groups.get(salesAgentId) ?? { salesAgentId, salesAgentName, storefrontId, items: [] };
    group.items.push(item);
    groups.set(salesAgentId, group);
  }
  return [...groups.values()];
}

export interface GroupPage {
  readonly groupLimit: number;
  readonly groupOffset: number;
  readonly productsPerGroup: number;
  readonly productOffset: number;
}

export interface Paged<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly hasMore: boolean;
}

export function pageOf<Item>(all: readonly Item[], offset: number, limit: number): Paged<Item> {
  return {
    items: all.slice(offset, offset + limit),
    total: all.length,
    hasMore: offset + limit < all.length,
  };
}
