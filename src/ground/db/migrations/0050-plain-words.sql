-- The reach of a buyer that waits for its sponsor's approval, by a name that says so.
alter policy market on storefronts using (
  (select viewer_reach()) in ('pending_sponsor', 'market') and (storefront_id = (select viewer_storefront()) or (select viewer_storefront()) is null)
);

alter table media_buy_approvals rename column refusal_told_at to refusal_reported_at;
