-- What storefronts' agents answered is kept where every other answer is, under the caller's key at that storefront.
insert into idempotency_keys (customer_id, key, operation, request_hash, status, answer, created_at, expires_at)
select customer_id, storefront_id || '/' || principal || '/' || idempotency_key, 'agent', request_hash, 200,
       json_build_object('status', answer->'status', 'body', answer->'body'), now(), expires_at
from agent_answers;
drop table agent_answers;
