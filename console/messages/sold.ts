import { byCode, catalogue } from "./catalogue.ts";

/** What was sold: how its delivery stands against its plan, and what its buyer changed since. */
export const sold = catalogue({
  pace: {
    name: "Delivered of planned",
    package: "Pace",
    of: (delivered: string, planned: string) => `${delivered} of ${planned}`,
    states: byCode({
      not_started: "Not started",
      behind: "Behind plan",
      on_plan: "On plan",
      ahead: "Ahead of plan",
    }),
    by: (share: string) => `by ${share}`,
    note: "The plan spends each budget evenly over its flight.",
  },
  changes: {
    title: "Changed since the last version",
    field: "Field",
    before: "Before",
    after: "Now",
    previous: "The previous version",
  },
});
