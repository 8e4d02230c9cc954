-- Keeps a day's rates; only sample rates give way to others.
-- Grain: day and currency; writes dds.exchange_rates.
-- Rerun: changes nothing. Parameters: day, currency, rate, source, the sample's name twice.
insert into dds.exchange_rates as kept (rate_date, currency, rate, source)
values (?, ?, ?, ?)
on conflict (rate_date, currency) do update
set rate = excluded.rate,
    source = excluded.source,
    updated_at = now(),
    load_id = null
where kept.source = ?
    and excluded.source <> ?
