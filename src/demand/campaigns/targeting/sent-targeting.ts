import type { z } from "zod";
import { Targeting } from "../../../ground/seller-agent/targeting/index.ts";
import type { Campaign } from "../campaign.ts";
import type { Constraints, FrequencyCaps } from "./targeting.ts";

type Plan = Pick<Campaign, "constraints" | "frequencyCaps">;

/** Criteria that discovery uses to search, in the campaign's own spelling. */
const SOUGHT = new Set(["channels", "countries", "geo_countries"]);

/** One criterion of a campaign's targeting, in AdCP's terms if AdCP has any for it. */
interface TargetingRequest {
  /** The field in which the buyer wrote it. */
  readonly field: string;
  readonly targeting: Targeting | undefined;
  readonly complaint: string | null;
}

/** The constraints and caps that are sent to sellers; each seller gets those that it honours. */
export function targetingOf(plan: Plan): Targeting {
  return Object.assign({}, ...targetingRequestsOf(plan).map(({ targeting }) => targeting ?? {}));
}

/** The criteria that cannot be sent to any seller, and why. */
export function unsendableIn(plan: Plan): string[] {
  return targetingRequestsOf(plan).flatMap(({ field, complaint }) =>
    complaint === null ? [] : [`${field}: stored, but not sent to any seller: ${complaint}`],
  );
}

function targetingRequestsOf({ constraints, frequencyCaps }: Plan): TargetingRequest[] {
  const { countries = [], geo_countries = [] } = constraints ?? {};
  const others = Object.entries(constraints ?? {}).filter(([name]) => !SOUGHT.has(name));
  return [
    targetingRequest("constraints.geo_countries", "geo_countries", [...new Set([...geo_countries, ...countries])]),
    ...others.map(([name, value]) => targetingRequest(`constraints.${name}`, name, value)),
    ...capsOf(frequencyCaps ?? []),
  ];
}

/** An empty list means that nothing is requested. */
function targetingRequest(field: string, name: string, value: Constraints[keyof Constraints]): TargetingRequest {
  if (!value || value.length === 0) return { field, targeting: undefined, complaint: null };
  const { data, error } = Targeting.safeParse({ [name]: value });
  return {
    field,
    targeting: data,
    complaint: error ? `AdCP 3.1 does not allow it in this form (${sent(error)})` : null,
  };
}

/** AdCP allows one cap per package, and requires the entity whose exposures it counts. */
function capsOf([first, ...others]: FrequencyCaps): TargetingRequest[] {
  if (!first) return [];
  const { max_impressions, window, per = "individuals" } = first;
  const cap = { max_impressions, per, window: { interval: window.interval, unit: window.unit } };
  const { data, error } = Targeting.safeParse({ frequency_cap: cap });
  const complaint = error ? `AdCP 3.1 does not allow it in this form (${sent(error)})` : null;
  return [
    { field: "frequencyCaps.0", targeting: data, complaint },
    ...others.map((_, index) => ({
      field: `frequencyCaps.${index + 1}`,
      targeting: undefined,
      complaint: "AdCP 3.1 allows one cap per package, and only the first is sent",
    })),
  ];
}

function sent({ issues: [first] }: z.ZodError): string {
  return first ? `${first.path.slice(1).join(".")} ${first.message}`.trim() : "";
}
