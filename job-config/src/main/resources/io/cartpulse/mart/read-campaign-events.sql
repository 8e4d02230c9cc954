-- A page of campaign events.
-- Grain: campaign_event_key; reads dds.campaign_events, feeds warehouse.campaign_events.
-- Rerun: a page read again is the same page. Parameters: afterLoad, afterKey, pageSize.
select
    load_id,
    campaign_event_key as page_key,
    campaign_event_key, user_id, campaign_id, action, cost, generated_at
from dds.campaign_events
where (load_id, campaign_event_key) > (:afterLoad, cast(:afterKey as uuid))
order by load_id, campaign_event_key
limit :pageSize
