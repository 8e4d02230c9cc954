-- Campaigns as last named.
-- Grain: campaign_id; reads etl.attributes of this run's loads, writes dds.campaigns.
-- Rerun: an unchanged campaign is left as it is. Parameters: loadId, jobInstanceId.
with changed as (
    select distinct key
    from etl.attributes
    where subject = 'campaign'
        and load_id in (select load_id from etl.loads where job_instance_id = :jobInstanceId)
), described as (
    select
        key as campaign_id,
        max(value) filter (where attribute = 'campaign_name') as campaign_name,
        max(value) filter (where attribute = 'channel') as channel
    from changed
    join etl.attributes using (key)
    where subject = 'campaign'
    group by key
)
update dds.campaigns as campaign
set campaign_name = described.campaign_name, channel = described.channel, load_id = :loadId, updated_at = now()
from described
where campaign.campaign_id = described.campaign_id
    and (campaign.campaign_name, campaign.channel) is distinct from (described.campaign_name, described.channel)
