-- A ticket that is opened again goes into its next round, in which the steps from the solution on
-- are owed once more. A ticket that was merged lives on as another.
alter table ticket add column round integer default 1 not null;
alter table ticket add column merged_into varchar(20);

create table care_done (
  ticket_id bigint not null references ticket (id),
  step varchar(40) not null,
  round integer not null,
  done_at timestamp with time zone not null,
  done_by varchar(60) not null,
  note varchar(4000),
  constraint care_done_once primary key (ticket_id, step, round)
);
insert into care_done (ticket_id, step, round, done_at, done_by, note)
  select ticket_id, step, 1, done_at, done_by, note from care_step;
drop table care_step;

alter table history add column clock varchar(60);
alter table history add column reason varchar(2000);

-- A clock is a row; ended_at without met_at means that it is no longer owed. counted_from is set
-- where a changed policy would have made it late at once: it is counted from there.
alter table deadline drop constraint deadline_once;
alter table deadline add column round integer default 1 not null;
alter table deadline add column pauses boolean default false not null;
alter table deadline add column ladder varchar(60) default 'standard' not null;
alter table deadline add column start_event varchar(10) default 'opened' not null;
alter table deadline add column ends_with varchar(60);
update deadline set start_event = 'step' where starts_after is not null;
update deadline set ends_with = obligation;
alter table deadline add column counted_from timestamp with time zone;
alter table deadline add column paused_at timestamp with time zone;
alter table deadline add column ended_at timestamp with time zone;
alter table deadline add column attempts integer default 0 not null;
alter table deadline add column trouble varchar(1000);
alter table deadline add constraint deadline_once unique (ticket_id, obligation, round);
create index deadline_calendar on deadline (calendar);

-- One row for each step of a ladder that was taken: the key is what makes a step happen once.
create table deadline_step (
  deadline_id bigint not null,
  step varchar(20) not null,
  at timestamp with time zone not null,
  from_owner varchar(60),
  to_owner varchar(60),
  constraint deadline_step_once primary key (deadline_id, step)
);
insert into deadline_step (deadline_id, step, at, from_owner, to_owner)
  select deadline_id, 'due', at, from_owner, to_owner from escalation;
drop table escalation;

-- What somebody must be told of deadlines, waiting to be sent in one mail.
create table digest_line (
  id bigint primary key,
  recipient varchar(60) not null,
  ticket varchar(20) not null,
  subject varchar(1000) not null,
  obligation varchar(60) not null,
  due_at timestamp with time zone not null,
  created_at timestamp with time zone not null
);
create index digest_line_recipient on digest_line (recipient, due_at);

-- A digest belongs to no ticket.
alter table notice alter column ticket_id drop not null;

-- Under which calendars and rule book the clocks of open tickets were reckoned last.
create table reckoned_under (
  id integer primary key,
  calendars varchar(60) not null,
  rule_book varchar(40) not null
);
