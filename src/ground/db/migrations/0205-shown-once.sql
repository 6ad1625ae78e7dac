-- Of runs that are alike only the first keeps what it showed, which was most of what each of the others took up (decision 169). It is
-- deleted after them.
alter table run_facts alter column shown drop not null;
alter table run_facts add check (shown is not null or like_run_id is not null);

-- Each run's facts with what it showed, be that its own or that of the run which it is like.
create view run_facts_in_full with (security_invoker = true) as
  select customer_id, run_id, storefront_id, seq, purpose, created_at, buyer_customer_id, operator_domain, brand_domain, country,
    buying_mode, result_kind, result_code, selected_posture, recommended_posture, posture_rationale, posture_evidence, concession,
    lexicon_version, asked, request_asks, product_asks, proposal_asks, price_objection, packaging_ask, applied, partial, unable,
    coalesce(shown, (
      select earlier.shown from run_facts earlier
      where earlier.customer_id = run_facts.customer_id and earlier.run_id = run_facts.like_run_id)) as shown,
    outcome, rolled, like_run_id
  from run_facts;
-- Whoever locks rows in the view needs the right to write them.
grant select, update on run_facts_in_full to interchange_app;

-- As in 0198, with what each run showed.
create or replace view facts_as_recorded with (security_invoker = true) as
  select customer_id, run_id, storefront_id, seq, purpose, created_at, buyer_customer_id, operator_domain, brand_domain, country,
    buying_mode, result_kind, result_code, selected_posture, recommended_posture, posture_rationale, posture_evidence, concession,
    lexicon_version, asked, request_asks, product_asks, proposal_asks, price_objection, packaging_ask, applied, partial, unable, shown,
    outcome, rolled, like_run_id
  from run_facts_in_full
  union all
  select recorded.customer_id, run_id.one, recorded.storefront_id, earlier.seq, earlier.purpose, recorded.created_at,
    earlier.buyer_customer_id, earlier.operator_domain, earlier.brand_domain, earlier.country, earlier.buying_mode, earlier.result_kind,
    earlier.result_code, earlier.selected_posture, earlier.recommended_posture, earlier.posture_rationale, earlier.posture_evidence,
    earlier.concession, earlier.lexicon_version, earlier.asked, earlier.request_asks, earlier.product_asks, earlier.proposal_asks,
    earlier.price_objection, earlier.packaging_ask, earlier.applied, earlier.partial, earlier.unable, earlier.shown, null, false,
    recorded.like_run_id
  from runs_alike recorded cross join lateral unnest(recorded.run_ids) as run_id (one)
  join run_facts earlier on earlier.customer_id = recorded.customer_id and earlier.run_id = recorded.like_run_id;

-- As in 0203, without what the runs showed.
create or replace function unfold_runs(seller bigint, shop bigint, counted boolean, most integer)
  returns table (like_run_id bigint, created_at timestamptz, times integer) volatile set plan_cache_mode = force_generic_plan
  language plpgsql as $$
#variable_conflict use_column
begin
  if not exists (select from runs_alike where customer_id = seller and storefront_id = shop) then
    return;
  end if;
  return query
  with taken as (
    delete from runs_alike recorded
    where recorded.customer_id = seller and recorded.storefront_id = shop and recorded.first_run_id = any(array(
      select first_run_id from runs_alike where customer_id = seller and storefront_id = shop
      order by first_run_id limit most for update skip locked))
    returning recorded.*
  ), one as materialized (
    select taken.like_run_id, taken.created_at, run.run_id, run.took_ms
    from taken, unnest(taken.run_ids, taken.took_ms) as run (run_id, took_ms)
    order by run.run_id
  ), alike as materialized (
    select distinct taken.like_run_id from taken
  ), earlier_runs as materialized (
    select run.* from alike cross join lateral (
      select * from intelligence_runs where customer_id = seller and run_id = alike.like_run_id offset 0) as run
  ), earlier_facts as materialized (
    select facts.* from alike cross join lateral (
      select * from run_facts where customer_id = seller and run_id = alike.like_run_id offset 0) as facts
  ), runs as (
    insert into intelligence_runs (customer_id, run_id, like_run_id, duration_ms, storefront_id, buyer_customer_id, buying_mode,
      disposition, brief, created_at)
    select seller, one.run_id, one.like_run_id, one.took_ms, shop, earlier.buyer_customer_id, earlier.buying_mode, earlier.disposition,
      earlier.brief, one.created_at
    from one join earlier_runs earlier on earlier.run_id = one.like_run_id
    returning run_id
  ), facts as (
    insert into run_facts (customer_id, run_id, like_run_id, created_at, rolled, storefront_id, purpose, buyer_customer_id,
      operator_domain, brand_domain, country, buying_mode, result_kind, result_code, selected_posture, recommended_posture,
      posture_rationale, posture_evidence, concession, lexicon_version, asked, request_asks, product_asks, proposal_asks,
      price_objection, packaging_ask, applied, partial, unable, shown)
    select seller, one.run_id, one.like_run_id, one.created_at, counted, shop, earlier.purpose, earlier.buyer_customer_id,
      earlier.operator_domain, earlier.brand_domain, earlier.country, earlier.buying_mode, earlier.result_kind, earlier.result_code,
      earlier.selected_posture, earlier.recommended_posture, earlier.posture_rationale, earlier.posture_evidence, earlier.concession,
      earlier.lexicon_version, earlier.asked, earlier.request_asks, earlier.product_asks, earlier.proposal_asks,
      earlier.price_objection, earlier.packaging_ask, earlier.applied, earlier.partial, earlier.unable, null
    from one join earlier_facts earlier on earlier.run_id = one.like_run_id
    order by one.run_id
    returning run_id
  )
  select taken.like_run_id, taken.created_at, cardinality(taken.run_ids) from taken;
end $$;
