-- How the user profiles of a chunk ended: loaded when first met, duplicate when met before.
-- Grain: a RAW row; reads staged_user_profiles, writes etl.accepted_messages, etl.reconciliation.
-- Rerun: what was met before stays so. Parameters: loadId, jobInstanceId, retry.
with ranked as (
    select kafka_timestamp, fingerprint, row_number() over (partition by fingerprint order by kafka_timestamp) as copy
    from staged_user_profiles
), met as (
    insert into etl.accepted_messages (record_type, fingerprint, load_id)
    select 'user_profile', fingerprint, :loadId
    from ranked
    where copy = 1
    order by fingerprint
    on conflict (record_type, fingerprint) do nothing
    returning fingerprint
), outcomes as (
    select
        (ranked.kafka_timestamp at time zone 'UTC')::date as kafka_date,
        case
            when :retry then 'resolved'
            when copy = 1 and met.fingerprint is not null then 'loaded'
            else 'duplicate'
        end as outcome
    from ranked
    left join met on met.fingerprint = ranked.fingerprint
)
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId, 'user_profile', kafka_date, outcome, count(*)
from outcomes
group by kafka_date, outcome
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
