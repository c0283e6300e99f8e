-- Tickets that may be about one matter, for a person to say so; the smaller id first.
create table ticket_suggestion (
  ticket_id bigint not null references ticket (id),
  other_id bigint not null references ticket (id),
  reason varchar(40) not null,
  percent integer not null,
  suggested_at timestamp with time zone not null,
  dismissed_by varchar(60),
  dismissed_at timestamp with time zone,
  constraint ticket_suggestion_once primary key (ticket_id, other_id)
);
create index ticket_suggestion_other on ticket_suggestion (other_id);
