-- What was written down at a care step, field by field; several answers of one field stand in one
-- entry, with commas.
create table care_record (
  ticket_id bigint not null references ticket (id),
  step varchar(40) not null,
  round integer not null,
  field varchar(40) not null,
  written varchar(4000) not null,
  constraint care_record_once primary key (ticket_id, step, round, field)
);
create index care_record_field on care_record (step, field);
create index care_done_step on care_done (step, done_at);

-- Calls that reached nobody.
create table call_attempt (
  ticket_id bigint not null references ticket (id),
  round integer not null,
  attempt integer not null,
  at timestamp with time zone not null,
  actor varchar(60) not null,
  next_at timestamp with time zone,
  constraint call_attempt_once primary key (ticket_id, round, attempt)
);

-- The question asked by mail, once in a round; who has the token may answer it once.
create table survey (
  ticket_id bigint not null references ticket (id),
  round integer not null,
  token_hash varchar(64) not null,
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  score integer,
  remark varchar(4000),
  constraint survey_once primary key (ticket_id, round),
  constraint survey_token unique (token_hash)
);
create index survey_answered on survey (answered_at);

-- How satisfied the customer was when last asked, from 1 to 5.
alter table customer add column last_satisfaction integer;

-- What people saw as belonging together; the smaller id first.
create table ticket_link (
  ticket_id bigint not null references ticket (id),
  other_id bigint not null references ticket (id),
  linked_by varchar(60) not null,
  linked_at timestamp with time zone not null,
  constraint ticket_link_once primary key (ticket_id, other_id)
);
create index ticket_link_other on ticket_link (other_id);
create index ticket_alike on ticket (category, cause, created_at);

-- What somebody will change by when so that it does not happen again, and whether it helped.
create table corrective_action (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  what varchar(2000) not null,
  owner varchar(60) not null,
  due date not null,
  agreed_by varchar(60) not null,
  agreed_at timestamp with time zone not null,
  done_at timestamp with time zone,
  check_by date,
  effective boolean,
  check_note varchar(2000),
  checked_by varchar(60),
  checked_at timestamp with time zone
);
create index corrective_action_ticket on corrective_action (ticket_id);
create index corrective_action_due on corrective_action (done_at, due);

-- A cause that keeps coming back. open_key is empty once it is solved, so that of one matter there
-- is never more than one open problem.
create table problem (
  id bigint primary key,
  category varchar(60) not null,
  cause varchar(60) not null,
  owner varchar(60),
  opened_at timestamp with time zone not null,
  solved_at timestamp with time zone,
  solved_by varchar(60),
  solution varchar(4000),
  open_key varchar(130),
  constraint problem_open unique (open_key)
);
create table problem_ticket (
  problem_id bigint not null references problem (id),
  ticket_id bigint not null references ticket (id),
  constraint problem_ticket_once primary key (problem_id, ticket_id)
);
create index problem_ticket_ticket on problem_ticket (ticket_id);
