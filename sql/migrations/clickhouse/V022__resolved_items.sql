-- Items of success orders with their day, product and category; made anew for each build.
create table if not exists warehouse.resolved_items (
    order_id       UUID,
    user_id        Nullable(UInt64),
    event_date     Date,
    product_id     UInt64,
    product_name   String,
    category_name  String,
    quantity       UInt32,
    revenue        Decimal(38, 2)
)
engine = MergeTree  -- emptied and filled by one statement
order by (event_date, product_id)  -- marts group by day
partition by tuple();  -- always read as a whole
