-- Lines of orders.
create table if not exists warehouse.order_items (
    item_key    UUID,
    order_id    UUID,
    product_id  UInt64,
    quantity    UInt32,
    price_usd   Decimal(18, 2),
    -- the load that wrote the row: the greatest counts
    version  UInt64
)
engine = ReplacingMergeTree(version)  -- a row sent again, or in a later version, counts once
order by item_key  -- the identity: versions of one row must meet, whatever else of it changed
partition by tuple();  -- a line has no time of its own
