-- What a chunk's events say of their products: of name and category the latest non-null value.
-- Grain: (product, attribute); reads staged_events, writes etl.attributes.
-- Rerun: what was said earlier changes nothing. Parameters: loadId.
with said as (
    select distinct on (product_id, attribute) product_id, attribute, value, said_at
    from staged_events, lateral (values
        ('product_name', product_name), ('category_name', product_category)
    ) as named (attribute, value)
    where product_id is not null and value is not null
    order by product_id, attribute, said_at desc, value collate "C" desc
)
insert into etl.attributes as known (subject, key, attribute, value, said_at, load_id)
select 'product', product_id::text, attribute, value, said_at, :loadId
from said
order by product_id, attribute
on conflict (subject, key, attribute) do update
set value = excluded.value, said_at = excluded.said_at,
    load_id = case when known.value = excluded.value then known.load_id else excluded.load_id end
where (excluded.said_at, excluded.value) > (known.said_at, known.value)
