-- Campaigns; attributes are null until known (inferred member).
create table dds.campaigns (
    campaign_id    text primary key,
    campaign_name  text,
    channel        text,
    load_id        bigint not null,
    updated_at     timestamptz not null default now()
);
create index campaigns_load_id on dds.campaigns (load_id, campaign_id);
