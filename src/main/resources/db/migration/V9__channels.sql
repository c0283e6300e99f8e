-- What people did with messages that could not be processed. The original is never changed: an
-- edited version stands beside it. stored_at is when the message reached us.
alter table inbox add column edited bytea;
alter table inbox add column edits integer default 0 not null;
alter table inbox add column reason_zh varchar(2000);
alter table inbox add column stored_at timestamp with time zone;
update inbox set stored_at = received_at;
alter table inbox alter column stored_at set not null;

create table failure_step (
  id bigint primary key,
  inbox_id bigint not null references inbox (id),
  at timestamp with time zone not null,
  actor varchar(60) not null,
  action varchar(20) not null,
  note varchar(2000)
);
create index failure_step_inbox on failure_step (inbox_id);

-- How many messages each channel had in each hour (UTC), by what became of them.
create table channel_hour (
  channel varchar(60) not null,
  begins_at timestamp with time zone not null,
  received bigint not null,
  tickets bigint not null,
  joined bigint not null,
  duplicates bigint not null,
  ignored bigint not null,
  parked bigint not null,
  refused bigint not null,
  lag_millis bigint not null,
  last_at timestamp with time zone,
  constraint channel_hour_once primary key (channel, begins_at)
);
create index channel_hour_time on channel_hour (begins_at);

-- A channel that is silent or fails. open_key is empty once it is well again, so that of one matter
-- there is never more than one open incident. seen_at is when it was last found so.
create table channel_incident (
  id bigint primary key,
  channel varchar(60) not null,
  kind varchar(10) not null,
  detail varchar(2000),
  opened_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  open_key varchar(80),
  constraint channel_incident_open unique (open_key)
);
create index channel_incident_channel on channel_incident (channel, opened_at);
