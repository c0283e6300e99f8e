-- What files hold lies in a table of its own, once for each content: its key is the SHA-256 of it.
-- Files kept before have a key of their own each. A row of a file only refers to it.
create table attachment_content (
  hash varchar(64) primary key,
  content bytea not null
);
insert into attachment_content (hash, content)
  select 'attachment-' || cast(id as varchar(20)), content from attachment;
alter table attachment add column hash varchar(64);
update attachment set hash = 'attachment-' || cast(id as varchar(20));
alter table attachment alter column hash set not null;
alter table attachment drop column content;
