-- Campaign events of a chunk: of the copies of one the one with the smallest (time, fingerprint) counts.
-- Grain: campaign_event_key; reads staged_campaign_events, writes dds.campaign_events, etl.reconciliation.
-- Rerun: one already there is left as it is. Parameters: loadId, jobInstanceId, retry.
with ranked as (
    select
        staged_campaign_events.*,
        row_number() over (partition by fact_key order by said_at, fingerprint) as copy
    from staged_campaign_events
), written as (
    insert into dds.campaign_events as fact (
        campaign_event_key, fingerprint, user_id, campaign_id, action, cost, generated_at, load_id
    )
    select fact_key, fingerprint, user_id, campaign_id, action, cost, said_at, :loadId
    from ranked
    where copy = 1
    order by fact_key
    on conflict (campaign_event_key) do update
    set fingerprint = excluded.fingerprint, user_id = excluded.user_id, campaign_id = excluded.campaign_id,
        action = excluded.action, cost = excluded.cost, generated_at = excluded.generated_at,
        load_id = excluded.load_id, updated_at = now()
    where (excluded.generated_at, excluded.fingerprint) < (fact.generated_at, fact.fingerprint)
    returning new.campaign_event_key, old.fingerprint as old_fingerprint, new.fingerprint
), outcomes as (
    select
        (ranked.kafka_timestamp at time zone 'UTC')::date as kafka_date,
        case
            when :retry then 'resolved'
            when copy = 1 and written.fingerprint is distinct from written.old_fingerprint then 'loaded'
            when ranked.fingerprint = coalesce(written.fingerprint, (
                select there.fingerprint
                from dds.campaign_events there
                where there.campaign_event_key = ranked.fact_key
            )) then 'duplicate'
            else 'superseded'
        end as outcome
    from ranked
    left join written on written.campaign_event_key = ranked.fact_key
)
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId, 'campaign_event', kafka_date, outcome, count(*)
from outcomes
group by kafka_date, outcome
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
