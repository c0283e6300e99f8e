-- H2 keeps bytea inside the row and writes the row anew with every change of it: a large mail would
-- be written, and held in memory, again and again. A blob lies beside the row; small ones stay in it.
-- PostgreSQL does this by itself.
set max_length_inplace_lob 32768;
alter table inbox alter column payload blob;
alter table inbox alter column edited blob;
alter table attachment_content alter column content blob;
