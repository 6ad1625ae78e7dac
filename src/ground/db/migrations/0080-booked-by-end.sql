-- What is booked is listed by when it ends: for the template of a report.
create index modular_bookings_booked on modular_bookings (customer_id, inventory_source_id, runs_until, booking_id)
  where status = 'BOOKED';
