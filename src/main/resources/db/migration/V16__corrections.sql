-- What people changed of the answers a ticket carries: from these, rules and models learn.
create table correction (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  question varchar(60) not null,
  before_value varchar(500) not null,
  after_value varchar(500) not null,
  reason varchar(2000),
  corrected_by varchar(60) not null,
  corrected_at timestamp with time zone not null
);
create index correction_ticket on correction (ticket_id);
create index correction_question on correction (question, corrected_at);
