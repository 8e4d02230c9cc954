-- Products as last named by an event; attributes are null until known (inferred member).
create table dds.products (
    product_id    bigint primary key check (product_id > 0),
    product_name  text,
    category_id   bigint references dds.categories,
    load_id       bigint not null,
    updated_at    timestamptz not null default now()
);
create index products_load_id on dds.products (load_id, product_id);
