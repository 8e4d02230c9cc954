-- Categories that a chunk of events names and nobody knew.
-- Grain: category_name; writes dds.categories.
-- Rerun: a known category is left as it is. Parameters: categories, loadId.
insert into dds.categories (category_name, load_id)
select category_name, :loadId
from unnest(:categories) as named (category_name)
-- asked first, since a conflict would use up an identity
where not exists (select from dds.categories known where known.category_name = named.category_name)
order by category_name
on conflict (category_name) do nothing
