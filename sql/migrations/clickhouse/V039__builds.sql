-- Which build each mart is of: the stamp travels with the table when it is swapped in.
create or replace view data_mart.builds as
select
    name as mart,
    toUInt64OrZero(extract(comment, '^build (\\d+)')) as build_id,
    comment as stamp,
    metadata_modification_time as stamped_at
from system.tables
where database = 'data_mart' and engine = 'MergeTree'
order by mart;
