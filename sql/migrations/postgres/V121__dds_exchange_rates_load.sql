-- The load that brought a rate to events and marts; null until one has.
alter table dds.exchange_rates add column load_id bigint;
create index exchange_rates_load_id on dds.exchange_rates (load_id, rate_date, currency);
