-- Events that reference data may still fill, found by the day or the point that it is known for.
create index events_without_cost on dds.events (cast("timestamp" at time zone 'UTC' as date))
    where cost_usd is not null and (cost_eur is null or cost_rub is null);
create index events_without_place on dds.events (round(lat, 2), round(lon, 2))
    where lat is not null and (city is null or country is null);
