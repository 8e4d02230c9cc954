-- What an event did not tell itself and reference data filled: that follows the reference data when it changes.
alter table dds.events
    add column eur_filled boolean not null default false,
    add column rub_filled boolean not null default false,
    add column city_filled boolean not null default false,
    add column country_filled boolean not null default false;
create index events_filled_by_rate on dds.events (cast("timestamp" at time zone 'UTC' as date))
    where eur_filled or rub_filled;
create index events_filled_by_place on dds.events (round(lat, 2), round(lon, 2))
    where city_filled or country_filled;
