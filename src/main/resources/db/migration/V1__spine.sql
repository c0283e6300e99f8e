-- Runs unchanged on H2 and PostgreSQL. Instants are UTC; JSON is kept as text.
-- Ids come in blocks from one sequence, so that a batch needs no round trip for them.
create sequence ids start with 1 increment by 1000;
create sequence ticket_numbers start with 100001 increment by 100;

create table app_user (
  name varchar(60) primary key,
  display_en varchar(100) not null,
  display_zh varchar(100) not null,
  email varchar(320),
  password varchar(200) not null,
  roles varchar(200) not null,
  available boolean not null
);

-- Everything received, before it is understood: the promise "nothing is lost, nothing twice".
create table inbox (
  id bigint primary key,
  channel varchar(60) not null,
  external_id varchar(500) not null,
  receipt varchar(20) not null,
  format varchar(10) not null,
  payload bytea not null,
  received_at timestamp with time zone not null,
  status varchar(10) not null,
  attempts integer not null,
  next_at timestamp with time zone not null,
  reason varchar(2000),
  constraint inbox_once unique (channel, external_id),
  constraint inbox_receipt unique (receipt)
);
create index inbox_waiting on inbox (status, next_at);

create table customer (
  id bigint primary key,
  external_id varchar(100),
  name varchar(200),
  email varchar(320),
  phone varchar(40),
  tier varchar(40) not null,
  since date,
  yearly_value numeric(14, 2),
  created_at timestamp with time zone not null,
  constraint customer_external_id unique (external_id),
  constraint customer_email unique (email)
);
create index customer_phone on customer (phone);

create table complaint (
  id bigint primary key,
  receipt varchar(20) not null,
  channel varchar(60) not null,
  external_id varchar(500) not null,
  customer_id bigint not null references customer (id),
  language varchar(10) not null,
  subject varchar(1000),
  text text not null,
  reference varchar(200),
  message_id varchar(500),
  received_at timestamp with time zone not null,
  constraint complaint_receipt unique (receipt)
);
create index complaint_customer on complaint (customer_id, received_at);
create index complaint_message on complaint (message_id);

-- source_id is the complaint or the message the file came with.
create table attachment (
  id bigint primary key,
  source_id bigint not null,
  name varchar(500) not null,
  type varchar(200) not null,
  size bigint not null,
  content bytea not null
);
create index attachment_source on attachment (source_id);

create table ticket (
  id bigint primary key,
  number varchar(20) not null,
  complaint_id bigint not null references complaint (id),
  customer_id bigint not null references customer (id),
  subject varchar(1000) not null,
  status varchar(10) not null,
  channel varchar(60) not null,
  language varchar(10) not null,
  category varchar(60) not null,
  cause varchar(60) not null,
  demand varchar(500) not null,
  emotion varchar(60) not null,
  severity varchar(60) not null,
  priority varchar(60) not null,
  escalation varchar(60) not null,
  team varchar(60) not null,
  owner varchar(60),
  level integer not null,
  needs_person boolean not null,
  customer_spoke_last boolean not null,
  next_deadline timestamp with time zone,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint ticket_number unique (number),
  constraint ticket_complaint unique (complaint_id)
);
create index ticket_owner on ticket (owner, status, next_deadline);
create index ticket_team on ticket (team, status, next_deadline);
create index ticket_next on ticket (status, next_deadline);

create table decision (
  ticket_id bigint primary key references ticket (id),
  complaint_id bigint not null references complaint (id),
  team varchar(60) not null,
  rule_book varchar(40) not null,
  decided_at timestamp with time zone not null,
  document text not null
);
create index decision_time on decision (decided_at, ticket_id);

-- Only steps that are done have a row; the others follow from the order of the steps.
create table care_step (
  ticket_id bigint not null references ticket (id),
  step varchar(40) not null,
  done_at timestamp with time zone not null,
  done_by varchar(60) not null,
  note varchar(4000),
  primary key (ticket_id, step)
);

create table message (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  at timestamp with time zone not null,
  direction varchar(10) not null,
  author varchar(320) not null,
  channel varchar(60) not null,
  message_id varchar(500),
  text text not null
);
create index message_ticket on message (ticket_id);
create index message_message on message (message_id);

create table history (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  at timestamp with time zone not null,
  actor varchar(60) not null,
  event varchar(40) not null,
  old_value varchar(2000),
  new_value varchar(2000),
  rule varchar(300)
);
create index history_ticket on history (ticket_id);

create table offer (
  ticket_id bigint not null references ticket (id),
  kind varchar(60) not null,
  amount numeric(14, 2),
  rule varchar(300) not null,
  because_en varchar(1000) not null,
  because_zh varchar(1000) not null,
  primary key (ticket_id, kind)
);

create table deadline (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  obligation varchar(60) not null,
  starts_after varchar(60),
  span varchar(20) not null,
  calendar varchar(60) not null,
  rule varchar(300) not null,
  started_at timestamp with time zone,
  due_at timestamp with time zone,
  met_at timestamp with time zone,
  next_at timestamp with time zone,
  constraint deadline_once unique (ticket_id, obligation)
);
create index deadline_next on deadline (next_at);

-- One row for each step of the ladder that was taken: the key is what makes a step happen once.
create table escalation (
  deadline_id bigint not null references deadline (id),
  level integer not null,
  at timestamp with time zone not null,
  from_owner varchar(60),
  to_owner varchar(60),
  primary key (deadline_id, level)
);

create table notice (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  name varchar(60) not null,
  step varchar(60) not null,
  recipient varchar(320) not null,
  subject varchar(1000) not null,
  body text not null,
  message_id varchar(500) not null,
  status varchar(10) not null,
  attempts integer not null,
  next_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  reason varchar(2000),
  constraint notice_once unique (ticket_id, name, step, recipient)
);
create index notice_waiting on notice (status, next_at);
