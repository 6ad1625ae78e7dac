-- Runs that are like an earlier one and were recorded together: one row, until each becomes a run with facts of its own. Most of what
-- recording a run cost was its rows in two tables with nine indexes between them, and whoever waits for the answer waits for none of
-- that now (decision 104). `run_ids` ascend, and `took_ms` are theirs.
create table runs_alike (
  customer_id   bigint not null,
  storefront_id bigint not null,
  first_run_id  bigint not null,
  like_run_id   bigint not null,
  run_ids       bigint[] not null,
  took_ms       integer[] not null,
  created_at    timestamptz not null,
  -- By the wall, where `created_at` is by the seller's clock.
  recorded_at   timestamptz not null,
  primary key (customer_id, storefront_id, first_run_id),
  foreign key (customer_id, storefront_id) references storefronts,
  check (cardinality(run_ids) = cardinality(took_ms) and first_run_id = run_ids[1])
);
call protect('runs_alike');

-- Runs, and their facts, whether each has become one yet: a reader misses none, and sees none twice.
create view runs_as_recorded with (security_invoker = true) as
  select customer_id, run_id, storefront_id, buyer_customer_id, buying_mode, disposition, brief, record, inputs, eval_label, created_at,
    like_run_id, duration_ms
  from intelligence_runs
  union all
  select recorded.customer_id, run.run_id, recorded.storefront_id, earlier.buyer_customer_id, earlier.buying_mode, earlier.disposition,
    earlier.brief, null, null, null, recorded.created_at, recorded.like_run_id, run.took_ms
  from runs_alike recorded cross join lateral unnest(recorded.run_ids, recorded.took_ms) as run (run_id, took_ms)
  join intelligence_runs earlier on earlier.customer_id = recorded.customer_id and earlier.run_id = recorded.like_run_id;

create view facts_as_recorded with (security_invoker = true) as
  select customer_id, run_id, storefront_id, seq, purpose, created_at, buyer_customer_id, operator_domain, brand_domain, country,
    buying_mode, result_kind, result_code, selected_posture, recommended_posture, posture_rationale, posture_evidence, concession,
    lexicon_version, asked, request_asks, product_asks, proposal_asks, price_objection, packaging_ask, applied, partial, unable, shown,
    outcome, rolled, like_run_id
  from run_facts
  union all
  select recorded.customer_id, run_id.one, recorded.storefront_id, earlier.seq, earlier.purpose, recorded.created_at,
    earlier.buyer_customer_id, earlier.operator_domain, earlier.brand_domain, earlier.country, earlier.buying_mode, earlier.result_kind,
    earlier.result_code, earlier.selected_posture, earlier.recommended_posture, earlier.posture_rationale, earlier.posture_evidence,
    earlier.concession, earlier.lexicon_version, earlier.asked, earlier.request_asks, earlier.product_asks, earlier.proposal_asks,
    earlier.price_objection, earlier.packaging_ask, earlier.applied, earlier.partial, earlier.unable, earlier.shown, null, false,
    recorded.like_run_id
  from runs_alike recorded cross join lateral unnest(recorded.run_ids) as run_id (one)
  join run_facts earlier on earlier.customer_id = recorded.customer_id and earlier.run_id = recorded.like_run_id;

grant select on runs_as_recorded, facts_as_recorded to interchange_app;

-- Several ids as `new_id` makes them, ascending. In PL/pgSQL, which reads its text once a session and not once a call.
create function new_ids(many integer) returns bigint[] volatile security definer set search_path = pg_catalog language plpgsql as $$ declare
  secret constant bytea := (select key from public.id_key);
  ids bigint[];
  at bigint;
begin
  for place in 1 .. many loop
    at := (extract(epoch from clock_timestamp()) * 1000000)::bigint - 1767225600000000;
    ids[place] := (at << 3) | ((nextval('public.id_numbers') & 7) # (get_byte(sha256(secret || int8send(at)), 0) & 7));
  end loop;
  return ids;
end $$;

-- Makes runs of some of what was recorded together, and facts of them, which are those of the run that they are like; `counted` says whether the
-- caller adds them to the sums. Two who do so at once take different ones. Answers how many runs became of each row. Planned once: to plan over
-- all partitions for each call takes longer than a few runs do.
create function unfold_runs(seller bigint, shop bigint, counted boolean, most integer)
  returns table (like_run_id bigint, created_at timestamptz, times integer) volatile set plan_cache_mode = force_generic_plan
  language plpgsql as $$
#variable_conflict use_column
begin
  if not exists (select from runs_alike where customer_id = seller and storefront_id = shop) then
    return;
  end if;
  return query
  with due as materialized (
    select first_run_id from runs_alike where customer_id = seller and storefront_id = shop
    order by first_run_id limit most for update skip locked
  ), taken as (
    delete from runs_alike recorded using due
    where recorded.customer_id = seller and recorded.storefront_id = shop and recorded.first_run_id = due.first_run_id
    returning recorded.*
  ), one as (
    select taken.like_run_id, taken.created_at, run.run_id, run.took_ms
    from taken, unnest(taken.run_ids, taken.took_ms) as run (run_id, took_ms)
  ), runs as (
    insert into intelligence_runs (customer_id, run_id, like_run_id, duration_ms, storefront_id, buyer_customer_id, buying_mode,
      disposition, brief, created_at)
    select seller, one.run_id, one.like_run_id, one.took_ms, shop, earlier.buyer_customer_id, earlier.buying_mode, earlier.disposition,
      earlier.brief, one.created_at
    from one join intelligence_runs earlier on earlier.customer_id = seller and earlier.run_id = one.like_run_id
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
      earlier.price_objection, earlier.packaging_ask, earlier.applied, earlier.partial, earlier.unable, earlier.shown
    from one join run_facts earlier on earlier.customer_id = seller and earlier.run_id = one.like_run_id
    order by one.run_id
    returning run_id
  )
  select taken.like_run_id, taken.created_at, cardinality(taken.run_ids) from taken;
end $$;

-- Until the end of the transaction nobody else counts at the storefront, and what was recorded there before has facts of its own, in its
-- place before whatever happens next. One call, because each statement of a function sees what was committed before it.
create function hold_storefront(seller bigint, shop bigint) returns void volatile language plpgsql as $$ begin
  perform pg_advisory_xact_lock(hashtextextended('seller-analytics:' || shop, 0));
  loop
    perform from unfold_runs(seller, shop, false, 100);
    exit when not found;
  end loop;
end $$;
