-- Campaigns that a chunk names and nobody knew: inferred members, their attributes null until known.
-- Grain: campaign_id; writes dds.campaigns.
-- Rerun: a known campaign is left as it is. Parameters: campaignIds, loadId.
insert into dds.campaigns (campaign_id, load_id)
select campaign_id, :loadId
from unnest(:campaignIds) as named (campaign_id)
order by campaign_id
on conflict (campaign_id) do nothing
