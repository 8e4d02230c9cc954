-- The life of orders, one row per distinct status message.
create table dds.order_status_events (
    status_key    uuid primary key,
    fingerprint   uuid not null,
    order_id      uuid not null references dds.orders,
    status        text not null check (status in ('pending', 'success', 'failed', 'cancelled', 'refunded')),
    refunded_usd  numeric(18, 2) check (refunded_usd >= 0),
    generated_at  timestamptz not null,
    load_id       bigint not null,
    updated_at    timestamptz not null default now()
);
create index order_status_events_order_id on dds.order_status_events (order_id);
