-- Lines of orders.
create table dds.order_items (
    item_key      uuid primary key,
    fingerprint   uuid not null,
    generated_at  timestamptz not null,
    order_id      uuid not null references dds.orders,
    line_no       integer check (line_no between 0 and 1000000),
    product_id    bigint not null references dds.products,
    quantity      bigint not null check (quantity between 1 and 1000000),
    price_usd     numeric(18, 2) not null check (price_usd >= 0),
    load_id       bigint not null,
    updated_at    timestamptz not null default now()
);
create index order_items_load_id on dds.order_items (load_id, item_key);
