-- What people chose and when they were last here; who changed what when, over all tickets.
alter table app_user add column language varchar(10);
alter table app_user add column seen_at timestamp with time zone;
create index history_time on history (at, id);
