-- Rates of the present hour, per US dollar: for showing prices, never for a day's figures.
create table etl.latest_rates (
    currency    text primary key check (currency ~ '^[A-Z]{3}$'),
    rate_hour   timestamptz not null,
    rate        numeric not null check (rate > 0),
    source      text not null,
    updated_at  timestamptz not null default now()
);
