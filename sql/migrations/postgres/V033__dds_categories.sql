-- Product categories by name.
create table dds.categories (
    category_id    bigint generated always as identity primary key,
    category_name  text not null unique,
    load_id        bigint not null,
    updated_at     timestamptz not null default now()
);
