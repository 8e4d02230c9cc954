-- Up to which load ClickHouse has the facts, as far as it knows itself.
-- Grain: one row, or none; reads warehouse.publications.
-- Rerun: only reads. No parameters.
select load_id, load_started_us
from warehouse.publications
where state = 'published'
order by noted_at desc
limit 1
