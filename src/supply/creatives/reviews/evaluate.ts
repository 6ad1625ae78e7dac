import { bareDomain } from "../../../ground/kernel/domain.ts";
import type { FormatId } from "../../../ground/seller-agent/index.ts";
import { rulesIn } from "../../instructions/index.ts";
import type { CreativeReview } from "./review.ts";

/** Changes with every rule in this file, so that an evaluation states the version that made it. */
export const EVALUATOR = { evaluatorId: "interchange.creative-screen", evaluatorVersion: "1" } as const;

/** What is known about a creative that needs a review. */
export interface Evidence {
  readonly review: Pick<CreativeReview, "submitted" | "buyer">;
  /** The formats of the storefront's sources; undefined if none of them answered. */
  readonly formats: readonly FormatId[] | undefined;
  /** The brand that the creative is expected to be for, as a name or a domain; by default the buyer's. */
  readonly expectedBrand: string | undefined;
  readonly policy: string | null;
}

interface Check {
  readonly code: "format_known" | "landing_page" | "acceptance_policy";
  readonly label: string;
  readonly category: "format_seller" | "brand_brief" | "policy_safety";
  readonly status: "pass" | "warn" | "fail";
  readonly detail: string;
}

export interface Evaluation {
  readonly status: Check["status"];
  readonly summary: string;
  readonly checks: readonly Check[];
}

/** The same evidence always gives the same evaluation. The evidence does not include what the creative shows. */
export function evaluate(evidence: Evidence): Evaluation {
  const checks = [checkFormat(evidence), checkLanding(evidence), checkPolicy(evidence)];
  const against = checks.filter(({ status }) => status !== "pass").map(({ detail }) => detail);
  const status = (["fail", "warn"] as const).find((one) => checks.some((check) => check.status === one)) ?? "pass";
  const unseen = "a person has to judge what it shows and says";
  return { status, summary: [...against, unseen].join("; "), checks };
}

function checkFormat({ review, formats }: Evidence): Check {
  const check = { code: "format_known", label: "Format", category: "format_seller" } as const;
  const { format_id: named, format_kind: kind } = review.submitted.manifest;
  if (!isFormatId(named))
    return { ...check, status: "pass", detail: `it is made in the canonical format ${String(kind)}` };
  if (!formats) return { ...check, status: "warn", detail: `no source answered whether it accepts ${named.id}` };
  const isKnown = formats.some(({ agentUrl, id }) => id === named.id && sameUrl(agentUrl, named.agent_url));
  if (isKnown) return { ...check, status: "pass", detail: `${named.id} is a format of your sources` };
  return { ...check, status: "warn", detail: `${named.id} of ${named.agent_url} is not a format of your sources` };
}

function checkLanding({ review, expectedBrand }: Evidence): Check {
  const check = { code: "landing_page", label: "Landing page", category: "brand_brief" } as const;
  const landing = landingDomains(review.submitted.manifest.assets);
  if (landing.length === 0) return { ...check, status: "warn", detail: "it names no landing page" };
  const expected = expectedBrand === undefined ? review.buyer.domains : [expectedBrand];
  if (expected.length === 0) return { ...check, status: "warn", detail: "nobody said whose brand it should be" };
  const strange = landing.filter((domain) => !expected.some((brand) => belongsTo(domain, brand)));
  if (strange.length === 0) return { ...check, status: "pass", detail: `it leads to ${landing.join(", ")}` };
  const status = expectedBrand === undefined ? "warn" : "fail";
  return { ...check, status, detail: `it leads to ${strange.join(", ")}, and not to ${expected.join(" or ")}` };
}

function checkPolicy({ review, policy }: Evidence): Check {
  const check = { code: "acceptance_policy", label: "Acceptance policy", category: "policy_safety" } as const;
  if (policy === null) return { ...check, status: "pass", detail: "no acceptance policy is active" };
  const { buyers } = rulesIn(policy).blocks;
  const domains = [...review.buyer.domains, ...landingDomains(review.submitted.manifest.assets)];
  const blocked = [...buyers].filter((named) => domains.some((domain) => isWithin(domain, named)));
  if (blocked.length > 0)
    return { ...check, status: "fail", detail: `the acceptance policy blocks ${blocked.join(", ")}` };
  const detail = "the acceptance policy blocks none of its domains; a person has to judge by the rest of it";
  return { ...check, status: "warn", detail };
}

/** A brand given as a domain matches itself and its subdomains; a name is compared with the letters of the domain. */
function belongsTo(domain: string, brand: string): boolean {
  const named = bareDomain(brand);
  if (named) return isWithin(domain, named);
  const letters = lettersOf(brand);
  return letters !== "" && lettersOf(domain).includes(letters);
}

function isWithin(domain: string, above: string): boolean {
  return domain === above || domain.endsWith(`.${above}`);
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The domains of every URL that is a separate asset (AdCP 3.1, asset type `url`), except trackers. */
function landingDomains(assets: unknown): readonly string[] {
  const all = Object.values(typeof assets === "object" && assets !== null ? assets : {}).flat();
  const domains = all.flatMap((asset: unknown) => {
    if (typeof asset !== "object" || asset === null) return [];
    const { asset_type: type, url_type: use, url } = asset as Readonly<Record<string, unknown>>;
    const isCounted = typeof use === "string" && use.startsWith("tracker");
    if (type !== "url" || typeof url !== "string" || isCounted) return [];
    return bareDomain(url) ?? [];
  });
  return [...new Set(domains)];
}

function isFormatId(named: unknown): named is { readonly agent_url: string; readonly id: string } {
  return typeof named === "object" && named !== null && "id" in named && "agent_url" in named;
}

/** Ignores a slash at the end, which some clients add or remove. */
function sameUrl(a: string, b: string): boolean {
  return a.replace(/\/$/, "") === b.replace(/\/$/, "");
}
