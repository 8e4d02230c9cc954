-- Products as last named.
-- Grain: product_id; reads etl.attributes of this run's loads, dds.categories, writes dds.products.
-- Rerun: an unchanged product is left as it is. Parameters: loadId, jobInstanceId.
with changed as (
    select distinct key
    from etl.attributes
    where subject = 'product'
        and load_id in (select load_id from etl.loads where job_instance_id = :jobInstanceId)
), described as (
    select
        key::bigint as product_id,
        max(value) filter (where attribute = 'product_name') as product_name,
        max(value) filter (where attribute = 'category_name') as category_name
    from changed
    join etl.attributes using (key)
    where subject = 'product'
    group by key
), categorised as (
    select product_id, product_name, category_id
    from described
    left join dds.categories using (category_name)
)
update dds.products as product
set product_name = categorised.product_name, category_id = categorised.category_id,
    load_id = :loadId, updated_at = now()
from categorised
where product.product_id = categorised.product_id
    and (product.product_name, product.category_id)
    is distinct from (categorised.product_name, categorised.category_id)
