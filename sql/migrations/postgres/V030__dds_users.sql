-- A person known by the shop's own id; attributes are null until known (inferred member).
create table dds.users (
    user_id     bigint primary key check (user_id > 0),
    -- who
    name        text,
    email       text,
    birth_date  date check (birth_date >= date '1900-01-01'),
    gender      text check (gender in ('male', 'female', 'other')),
    -- where
    city        text,
    country     text,
    lat         numeric check (lat between -90 and 90),
    lon         numeric check (lon between -180 and 180),
    -- which run
    load_id     bigint not null,
    updated_at  timestamptz not null default now(),
    check ((lat is null) = (lon is null))
);
create index users_load_id on dds.users (load_id, user_id);
