-- How likely the customer is to leave, in percent; unknown where nothing computes it.
alter table customer add column churn_risk numeric(5, 2);
