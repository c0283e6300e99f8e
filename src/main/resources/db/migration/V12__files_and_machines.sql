-- A message that was set aside, and of which somebody wants a ticket all the same.
alter table inbox add column wanted boolean default false not null;

-- A file that was not taken has a row without content; a content without bytes lies in a bucket.
alter table attachment add column state varchar(20) default 'kept' not null;
alter table attachment alter column hash drop not null;
alter table attachment_content alter column content drop not null;
create index attachment_state on attachment (state);
create index attachment_hash on attachment (hash);
