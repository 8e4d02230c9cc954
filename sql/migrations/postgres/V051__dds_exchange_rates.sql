-- Closing rates of a day in UTC, per US dollar.
create table dds.exchange_rates (
    rate_date  date not null,
    currency   text not null check (currency in ('EUR', 'RUB')),
    rate       numeric not null check (rate > 0),
    source     text not null,
    primary key (rate_date, currency)
);
