-- Rates of any configured currency, not only of the two that events carry.
alter table dds.exchange_rates
    drop constraint exchange_rates_currency_check,
    add constraint exchange_rates_currency_check check (currency ~ '^[A-Z]{3}$'),
    add column updated_at timestamptz not null default now();
