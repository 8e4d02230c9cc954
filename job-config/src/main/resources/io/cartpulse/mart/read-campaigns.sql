-- A page of campaigns.
-- Grain: campaign_id; reads dds.campaigns, feeds warehouse.campaigns.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    campaign_id as page_key,
    campaign_id, campaign_name, channel
from dds.campaigns
where (load_id, campaign_id) > (:afterLoad, cast(:afterKey as text))
order by load_id, campaign_id
limit :pageSize
