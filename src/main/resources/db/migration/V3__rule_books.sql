-- Every rule book that was ever in force, whole, under the name of its content.
create table rule_book (
  version varchar(40) primary key,
  files bytea not null,
  author varchar(60) not null,
  created_at timestamp with time zone not null,
  comment varchar(2000) not null
);

-- The rule book with the highest id is in force, on every node.
create table rule_book_activation (
  id bigint primary key,
  version varchar(40) not null references rule_book (version),
  at timestamp with time zone not null,
  actor varchar(60) not null,
  reason varchar(20) not null
);

create table rule_draft (
  id bigint primary key,
  title varchar(200) not null,
  base varchar(40) not null references rule_book (version),
  files bytea not null,
  status varchar(10) not null,
  author varchar(60) not null,
  created_at timestamp with time zone not null,
  changed_by varchar(60) not null,
  changed_at timestamp with time zone not null,
  shadow boolean not null,
  approval_asked_by varchar(60)
);

create table rule_backtest (
  id bigint primary key,
  old_version varchar(40) not null,
  new_version varchar(40) not null,
  scope varchar(500) not null,
  actor varchar(60) not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  status varchar(10) not null,
  done integer not null,
  total integer not null,
  outcome text
);
create index rule_backtest_versions on rule_backtest (new_version, old_version);

-- What a draft would have decided on live complaints, one row each, whether different or not.
create table rule_shadow (
  draft_id bigint not null references rule_draft (id),
  ticket_id bigint not null,
  version varchar(40) not null,
  at timestamp with time zone not null,
  changes text,
  primary key (draft_id, ticket_id)
);
