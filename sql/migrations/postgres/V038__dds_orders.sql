-- Orders: the whole latest message wins; status, refund and session are derived.
create table dds.orders (
    order_id      uuid primary key,
    fingerprint   uuid not null,
    generated_at  timestamptz not null,
    user_id       bigint references dds.users,
    order_ts      timestamptz not null,
    total_usd     numeric(18, 2) not null check (total_usd >= 0),
    status        text not null default 'pending'
                      check (status in ('pending', 'success', 'failed', 'cancelled', 'refunded')),
    status_at     timestamptz,
    refunded_usd  numeric(18, 2) not null default 0 check (refunded_usd between 0 and total_usd),
    campaign_id   text references dds.campaigns,
    session_id    uuid references dds.sessions,
    load_id       bigint not null,
    updated_at    timestamptz not null default now()
);
create index orders_load_id on dds.orders (load_id, order_id);
create index orders_session_id on dds.orders (session_id) where session_id is not null;
