-- Weather of points, rounded as in dds.places, in hours of UTC.
create table dds.weather (
    lat           numeric(4, 2) not null check (lat between -90 and 90),
    lon           numeric(5, 2) not null check (lon between -180 and 180),
    hour          timestamptz not null check (hour = date_trunc('hour', hour, 'UTC')),
    -- °C, the group the marts count by, the same in words
    temperature   numeric(4, 1) not null,
    sky           text not null check (sky in ('Clear', 'Clouds', 'Rain', 'Drizzle', 'Thunderstorm', 'Snow', 'Mist',
                      'Other')),
    description   text not null,
    -- who said so: a provider or the sample on board
    source        text not null,
    updated_at    timestamptz not null default now(),
    primary key (lat, lon, hour)
);
