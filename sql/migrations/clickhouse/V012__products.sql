-- Products with their category.
create table if not exists warehouse.products (
    product_id     UInt64,
    product_name   Nullable(String),
    category_name  Nullable(String),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by product_id  -- the identity
partition by tuple();  -- a catalogue: small
