-- Views, clicks and conversions of campaigns.
create table dds.campaign_events (
    campaign_event_key  uuid primary key,
    fingerprint         uuid not null,
    user_id             bigint references dds.users,
    campaign_id         text not null references dds.campaigns,
    action              text not null check (action in ('view', 'click', 'conversion')),
    cost                numeric(18, 2) not null check (cost >= 0),
    generated_at        timestamptz not null,
    load_id             bigint not null,
    updated_at          timestamptz not null default now()
);
create index campaign_events_load_id on dds.campaign_events (load_id, campaign_event_key);
