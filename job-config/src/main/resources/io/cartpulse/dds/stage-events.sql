-- The accepted events of one chunk.
-- Grain: a RAW row; writes the session's own staged_events.
-- Rerun: emptied at each commit.
create temp table if not exists staged_events (
    kafka_timestamp   timestamptz not null,
    fact_key          uuid not null,
    fingerprint       uuid not null,
    said_at           timestamptz not null,
    event_type        text not null,
    user_id           bigint,
    session_id        uuid,
    product_id        bigint,
    product_name      text collate "C",
    product_category  text collate "C",
    order_id          uuid,
    quantity          bigint,
    city              text,
    country           text,
    lat               numeric,
    lon               numeric,
    cost_usd          numeric,
    cost_eur          numeric,
    cost_rub          numeric,
    weather_temp      numeric,
    weather_desc      text
) on commit delete rows
