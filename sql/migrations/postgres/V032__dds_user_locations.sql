-- The history of places: every accepted location message, once.
create table dds.user_locations (
    location_id   bigint generated always as identity primary key,
    fingerprint   uuid not null unique,
    user_id       bigint not null references dds.users,
    city          text,
    country       text,
    lat           numeric check (lat between -90 and 90),
    lon           numeric check (lon between -180 and 180),
    weather_temp  numeric,
    weather_desc  text,
    generated_at  timestamptz not null,
    load_id       bigint not null,
    updated_at    timestamptz not null default now()
);
