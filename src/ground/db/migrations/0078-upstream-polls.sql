-- When upstream was last asked about a booking, by its seller's clock: the one that waits longest is asked about first.
alter table modular_bookings add column upstream_checked_at timestamptz;
create index modular_bookings_polled on modular_bookings
  (customer_id, inventory_source_id, upstream_checked_at nulls first, booking_id)
  where status = 'BOOKED' and upstream_order_id is not null and upstream_status is distinct from 'ENDED';
-- Reports tell of bookings by upstream's ids and by packages, too.
create index modular_bookings_of_order on modular_bookings (customer_id, inventory_source_id, upstream_order_id)
  where upstream_order_id is not null;
create index modular_bookings_of_package on modular_bookings (customer_id, inventory_source_id, package_id)
  where package_id is not null;
