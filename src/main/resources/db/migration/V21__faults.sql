-- The words that many customers used for the same fault within an hour; none when a problem was
-- opened because a cause came back.
alter table problem add column words varchar(500);
