-- What people are writing to customers: kept while they write, and for the seconds in which they
-- can still take it back. seen_at: what happened before is what they knew of.
create table reply_draft (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  author varchar(60) not null,
  text text not null,
  seen_at timestamp with time zone not null,
  saved_at timestamp with time zone not null,
  send_at timestamp with time zone,
  constraint reply_draft_once unique (ticket_id, author)
);
create index reply_draft_due on reply_draft (send_at);

-- Who looks at which ticket.
create table presence (
  ticket_id bigint not null references ticket (id),
  person varchar(60) not null,
  seen_at timestamp with time zone not null,
  primary key (ticket_id, person)
);
