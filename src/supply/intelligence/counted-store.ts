import { sql } from "kysely";

/** A filter by what seller analytics counts about a run; null leaves a condition out. */
export interface CountedFilter {
  readonly createdFrom: Date | null;
  readonly createdTo: Date | null;
  readonly resultKind: string | null;
  readonly posture: string | null;
  readonly asked: "any" | "price" | "packaging" | null;
  readonly isBooked: boolean | null;
  /** `none` finds runs that named no operator. */
  readonly operatorDomain: string | null;
  readonly brandDomain: string | null;
  readonly country: string | null;
  readonly productId: string | null;
}

/**
 * Whether analytics counts the run, and the run matches the filter. The time limits also apply to the run itself, so
 * that only the partitions of those weeks are read.
 */
export function isCounted(filter: CountedFilter) {
  const { createdFrom, createdTo, resultKind, posture, asked, isBooked, productId } = filter;
  return sql<boolean>`
    created_at between coalesce(${createdFrom}::timestamptz, '-infinity') and coalesce(${createdTo}::timestamptz, 'infinity')
    and exists (
      select 1 from facts_as_recorded fact
      where fact.customer_id = intelligence_runs.customer_id and fact.run_id = intelligence_runs.run_id
        and (fact.purpose is null or fact.purpose = 'live')
        and (${resultKind}::text is null or fact.result_kind = ${resultKind}::text)
        and (${posture}::text is null or fact.selected_posture = ${posture}::text)
        and (${asked}::text is distinct from 'any' or fact.price_objection or fact.packaging_ask
          or fact.request_asks + fact.product_asks + fact.proposal_asks > 0)
        and (${asked}::text is distinct from 'price' or fact.price_objection)
        and (${asked}::text is distinct from 'packaging' or fact.packaging_ask)
        and (${isBooked}::boolean is null
          or (coalesce((fact.outcome ->> 'bookedBuys')::int, 0) > 0) = ${isBooked}::boolean)
        and ${isNamed("operator_domain", filter.operatorDomain)}
        and ${isNamed("brand_domain", filter.brandDomain)}
        and ${isNamed("country", filter.country)}
        and (${productId}::text is null
          or fact.shown @> jsonb_build_array(jsonb_build_object('productId', ${productId}::text))))`;
}

function isNamed(column: "operator_domain" | "brand_domain" | "country", name: string | null) {
  const named = sql.ref(`fact.${column}`);
  return sql<boolean>`(${name}::text is null or coalesce(nullif(${named}, ''), 'none') = ${name}::text)`;
}
