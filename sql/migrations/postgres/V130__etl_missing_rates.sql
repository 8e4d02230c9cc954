-- Currencies for which a provider has no rate on a day: asked for once, not again.
create table etl.missing_rates (
    rate_date   date not null,
    currency    text not null check (currency ~ '^[A-Z]{3}$'),
    source      text not null,
    updated_at  timestamptz not null default now(),
    primary key (rate_date, currency)
);
