import type { ReactNode } from "react";
import { TextLink } from "../../components/button.tsx";
import type { Payload } from "./analytics.tsx";

/** The filters of the list of runs, by the names that the API gives them. */
export const RUN_FILTERS = [
  "createdFrom",
  "createdTo",
  "resultKind",
  "posture",
  "asked",
  "booked",
  "operatorDomain",
  "brandDomain",
  "country",
  "productId",
] as const;

export type RunFilter = Readonly<Partial<Record<(typeof RUN_FILTERS)[number], string>>>;

interface RunsLinkProps {
  readonly window: Pick<Payload["window"], "firstRunAt" | "lastRunAt">;
  readonly filter?: RunFilter;
  readonly children: ReactNode;
}

/** A figure that leads to the runs it was counted from: those of the same period, under its own filter. */
export function RunsLink({ window: { firstRunAt, lastRunAt }, filter = {}, children }: RunsLinkProps) {
  const period = { ...(firstRunAt && { createdFrom: firstRunAt }), ...(lastRunAt && { createdTo: lastRunAt }) };
  return (
    <TextLink to="/sell/runs" search={{ ...period, ...filter }}>
      {children}
    </TextLink>
  );
}
