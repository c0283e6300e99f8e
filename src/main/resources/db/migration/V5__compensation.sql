-- One row for each offer that was put forward; what became of it stands in the ledger.
create table award (
  id bigint primary key,
  ticket_id bigint not null references ticket (id),
  customer_id bigint not null references customer (id),
  team varchar(60) not null,
  budget_month date not null,
  kind varchar(60) not null,
  amount numeric(14, 2),
  currency varchar(3) not null,
  proposed_by varchar(60) not null,
  proposed_at timestamp with time zone not null
);
create index award_ticket on award (ticket_id);
create index award_customer on award (customer_id, proposed_at);
create index award_budget on award (team, budget_month);

-- Only ever added to. What is held and what is paid are sums over it; each step happens once.
create table ledger (
  award_id bigint not null references award (id),
  nr integer not null,
  step varchar(10) not null,
  at timestamp with time zone not null,
  actor varchar(60) not null,
  held numeric(14, 2) not null,
  paid numeric(14, 2) not null,
  reason varchar(2000),
  primary key (award_id, nr),
  constraint ledger_once unique (award_id, step)
);

-- Who was asked to approve, rung by rung; only ever added to.
create table approval (
  award_id bigint not null references award (id),
  rung integer not null,
  asked varchar(60) not null,
  asked_at timestamp with time zone not null,
  span varchar(20) not null,
  primary key (award_id, rung)
);

-- One row for each team: who spends from its budget locks it.
create table budget (
  team varchar(60) primary key
);
