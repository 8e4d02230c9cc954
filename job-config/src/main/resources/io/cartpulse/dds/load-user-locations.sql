-- User locations of a chunk: the history of places, each distinct message once.
-- Grain: fingerprint; reads staged_user_locations, writes dds.user_locations, etl.reconciliation.
-- Rerun: one already there is left as it is. Parameters: loadId, jobInstanceId, retry.
with ranked as (
    select
        staged_user_locations.*,
        row_number() over (partition by fingerprint order by said_at) as copy
    from staged_user_locations
), written as (
    insert into dds.user_locations as place (
        fingerprint, user_id, city, country, lat, lon, weather_temp, weather_desc, generated_at, load_id
    )
    select fingerprint, user_id, city, country, lat, lon, weather_temp, weather_desc, said_at, :loadId
    from ranked
    where copy = 1
    order by fingerprint
    on conflict (fingerprint) do update
    set generated_at = excluded.generated_at
    where excluded.generated_at < place.generated_at
    returning new.fingerprint, old.fingerprint is null as is_new
), outcomes as (
    select
        (ranked.kafka_timestamp at time zone 'UTC')::date as kafka_date,
        case
            when :retry then 'resolved'
            when copy = 1 and written.is_new then 'loaded'
            else 'duplicate'
        end as outcome
    from ranked
    left join written on written.fingerprint = ranked.fingerprint
)
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId, 'user_location', kafka_date, outcome, count(*)
from outcomes
group by kafka_date, outcome
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
