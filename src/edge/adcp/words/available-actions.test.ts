import { describe, expect, test } from "vitest";
import type { AllowedAction } from "../../../ground/seller-agent/index.ts";
import type { Purchase, PurchasedPackage } from "../../../supply/callers/index.ts";
import { actionsIn, availableActions } from "./available-actions.ts";

const day = (offset: number) => new Date(Date.UTC(2030, 0, 1 + offset));
const part = (packageId: string, budget: string, allowed?: readonly AllowedAction[]) =>
  ({
    packageId,
    budget,
    endTime: null,
    canceled: false,
    echo: allowed ? { allowed } : {},
  }) as unknown as PurchasedPackage;
const bought = (...packages: PurchasedPackage[]): Pick<Purchase, "packages" | "flight"> => {
  return { packages, flight: { start: day(0), end: day(30) } };
};
const self = (action: string, more: Partial<AllowedAction> = {}) => ({ action, modes: ["self_serve"], ...more });
const namesIn = (available: readonly { readonly action: string }[]) => available.map(({ action }) => action);

describe("the actions that are available for a buy", () => {
  test("depend on its status if no product says anything", () => {
    const plain = bought(part("a", "10"));
    expect(namesIn(availableActions(plain, "active"))).toContain("pause");
    expect(namesIn(availableActions(plain, "paused"))).toEqual(expect.arrayContaining(["resume", "cancel"]));
    expect(namesIn(availableActions(plain, "paused"))).not.toContain("pause");
    expect(availableActions(plain, "canceled")).toEqual([]);
  });

  test("are those that its product allows, as far as its status permits", () => {
    const allowed = [
      self("increase_budget", { sla: { response_max: "PT5M" } }),
      self("decrease_budget", { statuses: ["paused"] }),
      { action: "cancel", modes: ["requires_approval"], termsRef: "terms://x" },
    ];
    const held = bought(part("a", "10", allowed));
    expect(availableActions(held, "active")).toEqual([
      { action: "increase_budget", mode: "self_serve", sla: { response_max: "PT5M" } },
      { action: "cancel", mode: "requires_approval", terms_ref: "terms://x" },
    ]);
    expect(namesIn(availableActions(held, "paused"))).toContain("decrease_budget");
    expect(availableActions(held, "completed")).toEqual([]);
  });

  test("are those that all of its products allow", () => {
    const mixed = bought(part("a", "10", [self("pause"), self("cancel")]), part("b", "10", [self("cancel")]));
    expect(namesIn(availableActions(mixed, "active"))).toEqual(["cancel"]);
  });
});

describe("a change consists of", () => {
  const held = bought(part("a", "10"), part("b", "20"));
  test.each([
    ["a pause", { paused: true }, ["pause"]],
    ["a resumption", { paused: false }, ["resume"]],
    ["a cancellation", { canceled: true as const }, ["cancel"]],
    ["a longer flight", { end_time: day(31) }, ["extend_flight"]],
    ["a shorter flight", { end_time: day(29) }, ["shorten_flight"]],
    ["nothing, to the same end", { end_time: day(30) }, []],
    ["another flight", { start_time: day(1), end_time: day(31) }, ["update_flight_dates"]],
    ["more money", { packages: [{ package_id: "a", budget: "11" }] }, ["increase_budget"]],
    ["less money", { packages: [{ package_id: "a", budget: "9" }] }, ["decrease_budget"]],
    ["the same money", { packages: [{ package_id: "a", budget: "10.00" }] }, []],
    [
      "money that moves",
      {
        packages: [
          { package_id: "a", budget: "15" },
          { package_id: "b", budget: "15" },
        ],
      },
      ["reallocate_budget"],
    ],
    ["a package less", { packages: [{ package_id: "a", canceled: true as const }] }, ["remove_packages"]],
    [
      "a frequency cap",
      { packages: [{ package_id: "a", targeting_overlay: { frequency_cap: {} } }] },
      ["update_frequency_caps"],
    ],
    ["creatives", { packages: [{ package_id: "a", creatives: [{}] }] }, ["replace_creative"]],
  ])("%s", (_, asked, actions) => {
    expect(actionsIn(asked, held)).toEqual(actions);
  });
});
