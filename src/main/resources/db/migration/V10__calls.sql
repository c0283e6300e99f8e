-- Calls as the telephone system recorded them, in numbers as the world writes them (+442079460999);
-- a number that is none, such as an extension, stays as it was. The same record is kept once.
create table call_record (
  id bigint primary key,
  digest varchar(64) not null,
  call_id varchar(200),
  caller varchar(60),
  called varchar(60),
  started_at timestamp with time zone not null,
  seconds integer not null,
  outcome varchar(20) not null,
  recording varchar(1000),
  constraint call_record_once unique (digest)
);
create index call_record_caller on call_record (caller, started_at);
create index call_record_called on call_record (called, started_at);
