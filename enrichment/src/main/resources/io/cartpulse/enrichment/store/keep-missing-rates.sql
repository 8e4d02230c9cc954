-- Keeps that there is no rate; that the sample has none gives way to others.
-- Grain: day and currency; writes etl.missing_rates.
-- Rerun: changes nothing. Parameters: day, currency, source, the sample's name twice.
insert into etl.missing_rates as kept (rate_date, currency, source)
values (?, ?, ?)
on conflict (rate_date, currency) do update
set source = excluded.source,
    updated_at = now()
where kept.source = ?
    and excluded.source <> ?
