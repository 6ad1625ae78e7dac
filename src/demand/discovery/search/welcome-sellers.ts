import type { Ask } from "../../../ground/refining/index.ts";

/** What was said of sellers, one after the other: who is wanted alone, who as well, who not, and all again. */
export function welcomeSellers(asks: readonly Ask[]): (salesAgentId: string) => boolean {
  let only: readonly string[] = [];
  let refused: readonly string[] = [];
  for (const { sellers } of asks) {
    if (!sellers) continue;
    const { also, without } = sellers;
    const wanted = [...sellers.only, ...also];
    if (wanted.length + without.length === 0) [only, refused] = [[], []];
    else if (sellers.only.length > 0) only = wanted;
    else if (only.length > 0) only = [...only, ...also];
    only = only.filter((id) => !without.includes(id));
    refused = [...refused, ...without].filter((id) => !wanted.includes(id));
  }
  return (id) => (only.length === 0 || only.includes(id)) && !refused.includes(id);
}
