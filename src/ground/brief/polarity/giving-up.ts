import { has, type Mention } from "../mention.ts";
import type { Page } from "./lists.ts";

/** "We are done with radio": other than a negator it stands on either side of its object, and refuses no subject. */
export function isGivingUp(little: Mention): boolean {
  return has(little, "scope", "done-with") && !has(little, "scope", "negator");
}

/** "Anywhere in Europe but Spain." */
export function isExcepting({ from }: Mention, { tokens, scopeAt }: Page): boolean {
  if (tokens[from]?.plain !== "but") return false;
  for (let at = from - 1; at >= 0 && tokens[at]?.kind !== "break"; at--)
    if (scopeAt.get(at)?.some((one) => has(one, "scope", "everywhere"))) return true;
  return false;
}
