-- What a ticket's clocks go by begins with the first of the complaints merged into it.
create index ticket_merged on ticket (merged_into);

-- How the unfinished tickets stand is read from the index alone.
drop index ticket_next;
create index ticket_next on ticket (status, next_deadline, owner, team, level, round);

-- Budgets of all teams are asked for by the month.
drop index award_budget;
create index award_budget on award (budget_month, team);
