import { z } from "zod";
import { ListReference, Targeting } from "../../../ground/seller-agent/targeting/index.ts";
import { refused } from "../protocol/failure.ts";

/** Lists that require a token are not supported, because the token would have to be stored here and sent on to every source. */
const RequestedList = ListReference.extend({
  auth_token: z.unknown().optional().describe("Not offered: use a list that is accessible without one"),
}).optional();

const LISTS = ["property_list", "collection_list", "collection_list_exclude"] as const;

/** Also accepts all other fields in AdCP, so that the refusal can name them. */
const Overlay = Targeting.loose().extend({
  property_list: RequestedList,
  collection_list: RequestedList,
  collection_list_exclude: RequestedList,
});

export const RequestedTargeting = Overlay.optional().describe(
  "Where, when and to whom. get_adcp_capabilities says what a source honours; anything else is refused",
);

/** Throws `SellerRefused` for the first criterion that is not passed on. */
export function fromAdcpTargeting(overlay: z.output<typeof Overlay>, path: string): Targeting {
  const stranger = Object.keys(overlay).find((name) => !Object.hasOwn(Targeting.shape, name));
  if (stranger !== undefined) throw notOffered(`${path}.${stranger}`, "it is not supported for targeting here");
  const locked = LISTS.find((name) => overlay[name]?.auth_token !== undefined);
  if (locked) throw notOffered(`${path}.${locked}.auth_token`, "lists that require a token are not supported");
  return Targeting.parse(overlay);
}

function notOffered(field: string, why: string) {
  return refused("UNSUPPORTED_FEATURE", `${field}: ${why}: leave it out`, field);
}
