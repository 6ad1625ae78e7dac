import type { Row } from "../../../ground/db/index.ts";
import type { RunRow } from "../payload/runs.ts";
import type { Posture } from "../posture/posture.ts";
import { readRunOutcome } from "../recording/outcome-json.ts";
import type { OutcomeEvent, OutcomeType, ResultKind, RunFact, RunPurpose, ShownProduct } from "./fact.ts";

/** A run's facts with what it showed, which the row of a run that is like an earlier one leaves to that run's row. */
export type FactsInFull = Row<"run_facts"> & { readonly shown: NonNullable<Row<"run_facts">["shown"]> };

export function fromRunRow(row: FactsInFull): RunRow {
  const { operator_domain: operatorDomain, brand_domain: brandDomain, country } = row;
  const run: RunFact = {
    id: String(row.run_id),
    purpose: row.purpose as RunPurpose,
    createdAt: row.created_at,
    seq: BigInt(row.seq),
    buyerCustomerId: row.buyer_customer_id,
    buyer: { operatorDomain, brandDomain, country },
    buyingMode: row.buying_mode as RunFact["buyingMode"],
    resultKind: row.result_kind as ResultKind,
    resultCode: row.result_code,
    selectedPosture: row.selected_posture as Posture | null,
    recommendedPosture: row.recommended_posture as Posture | null,
    postureRationale: row.posture_rationale,
    postureEvidence: row.posture_evidence as unknown as readonly string[],
    shown: row.shown as unknown as readonly ShownProduct[],
    refinements: { applied: row.applied, partial: row.partial, unable: row.unable },
    requestAskCount: row.request_asks,
    productAskCount: row.product_asks,
    proposalAskCount: row.proposal_asks,
    hadPriceObjection: row.price_objection,
    hadPackagingAsk: row.packaging_ask,
  };
  return { run, outcome: readRunOutcome(row.outcome) };
}

export function fromEventRow(row: Row<"outcome_events">): OutcomeEvent {
  const { operator_domain: operatorDomain, brand_domain: brandDomain, country, report_key: reportKey } = row;
  const { budget, budget_currency: currency } = row;
  return {
    eventId: row.event_id,
    seq: BigInt(row.seq),
    type: row.type as OutcomeType,
    occurredAt: row.occurred_at,
    mediaBuyId: row.media_buy_id,
    buyerCustomerId: row.buyer_customer_id,
    buyer: { operatorDomain, brandDomain, country },
    productIds: row.product_ids,
    budget: budget !== null && currency !== null ? { amount: BigInt(budget), currency } : null,
    status: row.status,
    delivery:
      reportKey === null
        ? null
        : {
            reportKey,
            revision: row.revision ?? 0,
            impressions: row.impressions ?? 0,
            spend: BigInt(row.spend ?? "0"),
            currency: row.delivery_currency,
          },
  };
}
