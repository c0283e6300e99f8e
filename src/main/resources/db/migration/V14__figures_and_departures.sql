-- Figures by day, so that screens need not count tickets. What "one" and "two" hold depends on the
-- figure; cases is how many there were, good how many of them went well, amount their money or marks.
create table day_figure (
  figure varchar(20) not null,
  on_day date not null,
  one varchar(300) not null,
  two varchar(300) not null,
  cases bigint not null,
  good bigint not null,
  amount numeric(16, 2) not null,
  constraint day_figure_once primary key (figure, on_day, one, two)
);

-- Which days were counted when. A day is counted again as long as it may still change.
create table counted_day (
  on_day date primary key,
  counted_at timestamp with time zone not null
);

-- The one node that counts holds this row.
create table counting (
  id integer primary key
);
insert into counting (id) values (1);

create index deadline_due on deadline (due_at);
create index ledger_time on ledger (at);
create index complaint_received on complaint (received_at, customer_id);

-- Customers who left, and whether they were won back. open_key is empty once that is settled, so that
-- of one customer there is never more than one open departure.
create table departure (
  id bigint primary key,
  customer_id bigint not null references customer (id),
  ticket_id bigint references ticket (id),
  way varchar(20) not null,
  cause varchar(60) not null,
  team varchar(60),
  yearly_value numeric(14, 2) not null,
  left_on date not null,
  noted_by varchar(60) not null,
  noted_at timestamp with time zone not null,
  tried varchar(20),
  tried_by varchar(60),
  tried_on date,
  returned boolean,
  settled_on date,
  open_key bigint,
  constraint departure_open unique (open_key)
);
create index departure_customer on departure (customer_id);
create index departure_left on departure (left_on);
