-- Addresses that our mails do not reach, by what mail systems report.
create table undeliverable (
  address varchar(320) primary key,
  fault varchar(40) not null,
  diagnostic varchar(500) not null,
  since timestamp with time zone not null
);

-- Senders of so many mails that further ones wait on the failure desk.
create table held_sender (
  address varchar(320) primary key,
  since timestamp with time zone not null,
  last_at timestamp with time zone not null
);
create index message_author on message (author, at);

-- Which received message it is, so that its original can be found.
alter table message add column external_id varchar(500);
