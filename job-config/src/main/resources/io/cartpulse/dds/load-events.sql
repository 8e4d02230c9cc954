-- Events of a chunk: of the copies of one event the one with the smallest (time, fingerprint) counts.
-- Grain: event_key; reads staged_events, dds.exchange_rates, places, writes dds.events, etl.touched, etl.reconciliation.
-- Rerun: an event already there is left as it is. Parameters: loadId, jobInstanceId, retry.
with ranked as (
    select
        staged_events.*,
        row_number() over (partition by fact_key order by said_at, fingerprint) as copy
    from staged_events
), written as (
    insert into dds.events as event (
        event_key, fingerprint, event_type, "timestamp", user_id, session_id, product_id, order_id, quantity,
        cost_usd, cost_eur, cost_rub, eur_filled, rub_filled, weather_temp, weather_desc, city, country, city_filled,
        country_filled, lat, lon, load_id
    )
    select
        fact_key, fingerprint, event_type, said_at, user_id, session_id, product_id, order_id, quantity,
        cost_usd, coalesce(cost_eur, round(cost_usd * eur.rate, 2)), coalesce(cost_rub, round(cost_usd * rub.rate, 2)),
        cost_eur is null and cost_usd * eur.rate is not null, cost_rub is null and cost_usd * rub.rate is not null,
        weather_temp, weather_desc, coalesce(ranked.city, place.city), coalesce(ranked.country, place.country),
        ranked.city is null and place.city is not null, ranked.country is null and place.country is not null,
        ranked.lat, ranked.lon, :loadId
    from ranked
    left join dds.exchange_rates eur
        on eur.currency = 'EUR' and eur.rate_date = (said_at at time zone 'UTC')::date
    left join dds.exchange_rates rub
        on rub.currency = 'RUB' and rub.rate_date = (said_at at time zone 'UTC')::date
    left join dds.places place
        on place.lat = round(ranked.lat, 2) and place.lon = round(ranked.lon, 2)
    where copy = 1
    order by fact_key
    on conflict (event_key) do update
    set fingerprint = excluded.fingerprint, event_type = excluded.event_type, "timestamp" = excluded."timestamp",
        user_id = excluded.user_id, session_id = excluded.session_id, product_id = excluded.product_id,
        order_id = excluded.order_id, quantity = excluded.quantity, cost_usd = excluded.cost_usd,
        cost_eur = excluded.cost_eur, cost_rub = excluded.cost_rub, eur_filled = excluded.eur_filled,
        rub_filled = excluded.rub_filled, weather_temp = excluded.weather_temp, weather_desc = excluded.weather_desc,
        city = excluded.city, country = excluded.country, city_filled = excluded.city_filled,
        country_filled = excluded.country_filled, lat = excluded.lat, lon = excluded.lon, load_id = excluded.load_id, updated_at = now()
    where (excluded."timestamp", excluded.fingerprint) < (event."timestamp", event.fingerprint)
    returning
        new.event_key, new.fingerprint, old.session_id as old_session_id, new.session_id as new_session_id,
        case when old.event_type = 'purchase' then old.order_id end as old_order_id,
        case when new.event_type = 'purchase' then new.order_id end as new_order_id
), touched as (
    insert into etl.touched (job_instance_id, subject, key)
    select distinct :jobInstanceId, subject, key
    from written, lateral (values
        ('session', old_session_id), ('session', new_session_id), ('order', old_order_id), ('order', new_order_id)
    ) as named (subject, key)
    where key is not null
    order by 2, 3
    on conflict do nothing
), outcomes as (
    select
        (ranked.kafka_timestamp at time zone 'UTC')::date as kafka_date,
        case
            when :retry then 'resolved'
            when copy = 1 and written.event_key is not null then 'loaded'
            when ranked.fingerprint = coalesce(written.fingerprint,
                (select there.fingerprint from dds.events there where there.event_key = ranked.fact_key))
            then 'duplicate'
            else 'superseded'
        end as outcome
    from ranked
    left join written on written.event_key = ranked.fact_key
)
insert into etl.reconciliation as ledger (job_instance_id, record_type, kafka_date, outcome, records)
select :jobInstanceId, 'event', kafka_date, outcome, count(*)
from outcomes
group by kafka_date, outcome
on conflict (job_instance_id, record_type, kafka_date, outcome) do update
set records = ledger.records + excluded.records
