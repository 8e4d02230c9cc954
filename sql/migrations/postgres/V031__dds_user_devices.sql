-- One row per device kind a user was seen with.
create table dds.user_devices (
    device_id    bigint generated always as identity primary key,
    user_id      bigint not null references dds.users,
    device_type  text not null check (device_type in ('mobile', 'desktop', 'tablet', 'other')),
    os           text not null,
    browser      text not null,
    first_seen   timestamptz not null,
    last_seen    timestamptz not null,
    load_id      bigint not null,
    updated_at   timestamptz not null default now(),
    unique (user_id, device_type, os, browser),
    check (first_seen <= last_seen)
);
create index user_devices_load_id on dds.user_devices (load_id, device_id);
