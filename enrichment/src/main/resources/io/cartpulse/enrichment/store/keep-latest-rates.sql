-- Keeps the latest rates, in place of older ones.
-- Grain: currency; writes etl.latest_rates.
-- Rerun: changes nothing. Parameters: hour, currency, rate, source.
insert into etl.latest_rates as kept (rate_hour, currency, rate, source)
values (?, ?, ?, ?)
on conflict (currency) do update
set rate_hour = excluded.rate_hour,
    rate = excluded.rate,
    source = excluded.source,
    updated_at = now()
where kept.rate_hour <= excluded.rate_hour
