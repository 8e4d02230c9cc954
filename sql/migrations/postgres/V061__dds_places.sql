-- City and country of points, rounded to hundredths of a degree; both null: it is known that there is nothing.
create table dds.places (
    lat           numeric(4, 2) not null check (lat between -90 and 90),
    lon           numeric(5, 2) not null check (lon between -180 and 180),
    -- where that is
    city          text,
    country       text,
    country_code  text check (country_code ~ '^[A-Z]{2}$'),
    -- who said so: a provider or the atlas on board
    source        text not null,
    updated_at    timestamptz not null default now(),
    primary key (lat, lon)
);
