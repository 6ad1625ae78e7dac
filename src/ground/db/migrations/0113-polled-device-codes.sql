-- When a device last asked whether it was let in: one that asks more often than it was told is told to slow down (RFC 8628, 3.5).
alter table authorization_records add column polled_at timestamptz;
