-- Keeps weather; only sample weather gives way to other.
-- Grain: point and hour; writes dds.weather.
-- Rerun: changes nothing. Parameters: lat, lon, hour, temperature, sky, description, source, the sample's name twice.
insert into dds.weather as kept (lat, lon, hour, temperature, sky, description, source)
values (?, ?, ?, ?, ?, ?, ?)
on conflict (lat, lon, hour) do update
set temperature = excluded.temperature,
    sky = excluded.sky,
    description = excluded.description,
    source = excluded.source,
    updated_at = now(),
    load_id = null
where kept.source = ?
    and excluded.source <> ?
