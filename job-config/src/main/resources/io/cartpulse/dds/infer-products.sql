-- Products that a chunk names and nobody knew: inferred members, their attributes null until known.
-- Grain: product_id; writes dds.products.
-- Rerun: a known product is left as it is. Parameters: productIds, loadId.
insert into dds.products (product_id, load_id)
select product_id, :loadId
from unnest(:productIds) as named (product_id)
order by product_id
on conflict (product_id) do nothing
