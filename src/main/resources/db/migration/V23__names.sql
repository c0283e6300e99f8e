-- Names that begin so are looked for while somebody types, in the index alone.
create index customer_name on customer (name);
