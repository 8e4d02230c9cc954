-- A page of products with the names of their categories.
-- Grain: product_id; reads dds.products, dds.categories, feeds warehouse.products.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    products.load_id,
    products.product_id as page_key,
    products.product_id, products.product_name, categories.category_name
from dds.products
left join dds.categories using (category_id)
where (products.load_id, products.product_id) > (:afterLoad, cast(:afterKey as bigint))
order by products.load_id, products.product_id
limit :pageSize
