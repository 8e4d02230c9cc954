-- Keeps places; only the atlas's give way to others.
-- Grain: point; writes dds.places.
-- Rerun: changes nothing. Parameters: lat, lon, city, country, country code, source, the atlas's name twice.
insert into dds.places as kept (lat, lon, city, country, country_code, source)
values (?, ?, ?, ?, ?, ?)
on conflict (lat, lon) do update
set city = excluded.city,
    country = excluded.country,
    country_code = excluded.country_code,
    source = excluded.source,
    updated_at = now(),
    load_id = null
where kept.source = ?
    and excluded.source <> ?
