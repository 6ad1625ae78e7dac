import type { Storyboard } from "@adcp/sdk/testing";

interface Seed {
  readonly scenario: "seed_account" | "seed_creative" | "seed_product" | "seed_pricing_option";
  readonly account?: object;
  readonly params: object;
}

interface Request {
  readonly account?: { readonly account_id?: string };
  readonly packages?: readonly { readonly creative_assignments?: readonly { readonly creative_id: string }[] }[];
}

/** The product that storyboards buy where they name none of their own, and what it is sold by. */
export const STAND_IN = { product_id: "test-product", pricing_option_id: "test-pricing" } as const;

/**
 * What a storyboard takes its buyer to have, and does not say that it lays down: the account that it names, with its creatives
 * there, those that it buys with, and the product that stands for any. What its fixtures name otherwise the runner lays down itself.
 */
export function seedsOf({ id, fixtures, phases }: Storyboard): readonly Seed[] {
  const steps = phases.flatMap((phase) => phase.steps);
  const requests = steps.map(({ sample_request }) => (sample_request ?? {}) as Request);
  const [accountId] = requests.flatMap(({ account }) => literal(account?.account_id));
  const account = accountId === undefined ? undefined : { account_id: accountId };
  const bought = steps.filter(({ task }) => task === "create_media_buy");
  const assigned = bought
    .flatMap(({ sample_request }) => (sample_request as Request).packages ?? [])
    .flatMap(({ creative_assignments = [] }) => creative_assignments.flatMap((one) => literal(one.creative_id)));
  const kept = account
    ? (fixtures?.creatives ?? []).map(({ creative_id, ...fixture }) => ({ creative_id, fixture }))
    : [];
  const owner = { brand: { domain: "seeded.example" }, operator: "seeded.example" };
  const price = { pricing_model: "cpm", currency: "USD", floor_price: 1 };
  return [
    ...(account ? [{ scenario: "seed_account", params: { ...account, fixture: owner } } as const] : []),
    ...[...kept, ...assigned.map((creative_id) => ({ creative_id, fixture: {} }))].map((params) => {
      return { scenario: "seed_creative", ...(account && { account }), params } as const;
    }),
    ...(!fixtures?.products && standsIn({ id, phases })
      ? ([
          { scenario: "seed_product", params: { product_id: STAND_IN.product_id } },
          { scenario: "seed_pricing_option", params: { ...STAND_IN, fixture: price } },
        ] as const)
      : []),
  ];
}

/** Whether it buys the product that stands for any: by its name, or where the runner makes up the whole request. */
export function standsIn({ id, phases }: Pick<Storyboard, "id" | "phases">): boolean {
  return id === "webhook_emission" || JSON.stringify(phases).includes(STAND_IN.product_id);
}

/** What is not made while the storyboard runs. */
function literal(id: string | undefined): string[] {
  return id === undefined || id.startsWith("$") ? [] : [id];
}
