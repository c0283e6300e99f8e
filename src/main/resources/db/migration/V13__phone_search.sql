-- The endings of each customer's number with four digits or more, so that any part of a number is
-- found by an index: what begins an ending stands somewhere in the number.
create table customer_phone_ending (
  customer_id bigint not null references customer (id),
  ending varchar(40) not null
);

insert into customer_phone_ending (customer_id, ending)
select c.id, substring(replace(c.phone, '+', '') from p.place)
from customer c
  join (
    select a.n * 10 + b.n + 1 as place
    from (values (0), (1), (2), (3)) a (n)
      cross join (values (0), (1), (2), (3), (4), (5), (6), (7), (8), (9)) b (n)
  ) p on p.place <= char_length(replace(c.phone, '+', '')) - 3
where c.phone is not null;

create index customer_phone_ending_by on customer_phone_ending (ending, customer_id);
create index customer_phone_ending_of on customer_phone_ending (customer_id);
