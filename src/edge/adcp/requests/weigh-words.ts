import type { SellerError } from "../../../ground/seller-agent/index.ts";
import type { Json } from "../../reference/index.ts";
import type { Tool } from "../tools/tool.ts";
import { OF_WHOLE, REFUSED, WHOLE } from "./refused-words.ts";
import { straysIn, type UnknownField } from "./unknown-fields.ts";

const MOST_REPORTED = 50;

/** Fields of a request on which the tool does not act. */
export interface Weighed {
  /** Fields that cannot be supported, and without which it would be a different request. */
  readonly refused: readonly SellerError[];
  /** The paths of the fields that were ignored. */
  readonly ignored: readonly string[];
}

export function weighWords({ name, listing, ignores }: Tool, given: Json): Weighed {
  const strays = straysIn(given, listing.inputSchema as Json);
  const refused = strays.flatMap((stray) => refusalOf(stray, name) ?? []);
  const ignored = [...ignores(given), ...strays.filter((stray) => !refusalOf(stray, name)).map(({ path }) => path)];
  return { refused, ignored: ignored.slice(0, MOST_REPORTED) };
}

function refusalOf({ name, path, value }: UnknownField, tool: string): SellerError | undefined {
  const known = REFUSED[tool]?.[name] ?? (WHOLE.test(name) ? OF_WHOLE : undefined);
  if (!known || asksForNothing(value)) return undefined;
  const { code, why } = known;
  return { code, message: `${path}: ${why}: leave it out`, field: path, recovery: "correctable" };
}

function asksForNothing(value: unknown): boolean {
  if (value === null || value === false) return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
