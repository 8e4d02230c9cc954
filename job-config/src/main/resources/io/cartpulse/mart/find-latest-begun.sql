-- The publication that was begun last.
-- Grain: one row, or none; reads warehouse.publications.
-- Rerun: only reads. No parameters.
select publication_id
from warehouse.publications
where state = 'begun'
order by noted_at desc
limit 1
