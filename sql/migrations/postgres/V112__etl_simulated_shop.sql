-- The simulated shop, if there is one: its messages are published up to a moment, and are the same whenever they are made.
create table etl.simulated_shop (
    only_one         boolean primary key default true check (only_one),
    opening_date     date not null,
    published_until  timestamptz not null
);
