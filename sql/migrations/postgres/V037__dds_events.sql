-- What happened in the shop, one row per distinct event.
create table dds.events (
    event_key     uuid primary key,
    fingerprint   uuid not null,
    -- what and when
    event_type    text not null check (event_type in ('view_page', 'view_product', 'add_to_cart',
                      'remove_from_cart', 'purchase', 'payment_success', 'payment_failed', 'search', 'filter', 'login',
                      'logout', 'session_start', 'session_end', 'signup', 'churn')),
    "timestamp"   timestamptz not null,
    -- who and what about; order_id has no reference, an event may come before its order
    user_id       bigint references dds.users,
    session_id    uuid references dds.sessions,
    product_id    bigint references dds.products,
    order_id      uuid,
    quantity      bigint check (quantity between 1 and 1000000),
    -- money
    cost_usd      numeric(18, 2) check (cost_usd >= 0),
    cost_eur      numeric(18, 2) check (cost_eur >= 0),
    cost_rub      numeric(18, 2) check (cost_rub >= 0),
    -- where
    weather_temp  numeric,
    weather_desc  text,
    city          text,
    country       text,
    lat           numeric check (lat between -90 and 90),
    lon           numeric check (lon between -180 and 180),
    load_id       bigint not null,
    updated_at    timestamptz not null default now()
);
create index events_session_id on dds.events (session_id, "timestamp");
create index events_order_id on dds.events (order_id) where event_type = 'purchase' and order_id is not null;
create index events_load_id on dds.events (load_id, event_key);
