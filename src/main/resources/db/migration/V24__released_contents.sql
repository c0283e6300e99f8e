-- When a file with this content was last taken away. A day later the content goes, too, unless
-- another file has it. Contents that no file has any longer begin their day now.
alter table attachment_content add column released_at timestamp with time zone;
update attachment_content set released_at = current_timestamp
where not exists (select 1 from attachment a where a.hash = attachment_content.hash);
create index attachment_content_released on attachment_content (released_at);
