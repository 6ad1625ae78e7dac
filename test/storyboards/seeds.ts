import type { Storyboard } from "@adcp/sdk/testing";

interface Seed {
  readonly scenario: "seed_account" | "seed_creative";
  readonly account?: object;
  readonly params: object;
}

interface Request {
  readonly account?: { readonly account_id?: string };
  readonly packages?: readonly { readonly creative_assignments?: readonly { readonly creative_id: string }[] }[];
}

/** Accounts and creatives that a storyboard takes its buyer to have: those of its fixtures, and those that it buys with. */
export function seedsOf({ fixtures, phases }: Storyboard): readonly Seed[] {
  const steps = phases.flatMap((phase) => phase.steps);
  const requests = steps.map(({ sample_request }) => (sample_request ?? {}) as Request);
  const [accountId] = requests.flatMap(({ account }) => literal(account?.account_id));
  const account = accountId === undefined ? undefined : { account_id: accountId };
  const bought = steps.filter(({ task }) => task === "create_media_buy");
  const assigned = bought
    .flatMap(({ sample_request }) => (sample_request as Request).packages ?? [])
    .flatMap(({ creative_assignments = [] }) => creative_assignments.flatMap((one) => literal(one.creative_id)));
  const kept = (fixtures?.creatives ?? []).map(({ creative_id, ...fixture }) => ({ creative_id, fixture }));
  const creatives = [...kept, ...assigned.map((creative_id) => ({ creative_id, fixture: {} }))];
  const owner = { brand: { domain: "seeded.example" }, operator: "seeded.example" };
  return [
    ...(account ? [{ scenario: "seed_account", params: { ...account, fixture: owner } } as const] : []),
    ...creatives.map((params) => ({ scenario: "seed_creative", ...(account && { account }), params }) as const),
  ];
}

/** What is not made while the storyboard runs. */
function literal(id: string | undefined): string[] {
  return id === undefined || id.startsWith("$") ? [] : [id];
}
