-- Null: the operator has chosen neither, and the acceptance policy decides which orders are held. Until now 'manual' meant that.
alter table storefronts alter column media_buy_approval drop not null, alter column media_buy_approval drop default;
update storefronts set media_buy_approval = null where media_buy_approval = 'manual';
