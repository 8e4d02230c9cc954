-- Pairs of products that were bought together, at least five times.
create table if not exists data_mart.product_affinity (
    product_a        UInt64,
    product_b        UInt64,
    orders_together  UInt64,
    -- of all success orders with items
    support          Float64,
    -- of the orders of one product, those with the other
    confidence_a_b   Float64,
    confidence_b_a   Float64,
    -- 1: as often as by chance
    lift             Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (product_a, product_b)  -- the grain
partition by tuple();  -- swapped in as a whole, and a year of it is small
