-- Every campaign: its events, the sessions of its audience, the orders attributed to it.
-- Grain: campaign_id; reads warehouse.campaigns, campaign_events, resolved_sessions, resolved_orders, writes aside.
-- Rerun: the table is made anew before. Parameters: zone.
insert into aside.campaign_performance (
    campaign_id, campaign_name, channel, start_date, end_date, views, clicks, conversions, unique_users, cost,
    total_sessions, total_orders, total_revenue, conversion_rate, avg_order_value, roi
)
with contacts as (
    select
        campaign_id, user_id, action, cost, toDate(toTimeZone(generated_at, {zone:String})) as event_date
    from warehouse.campaign_events final
), activity as (
    select
        campaign_id,
        min(event_date) as start_date,
        max(event_date) as end_date,
        countIf(action = 'view') as views,
        countIf(action = 'click') as clicks,
        countIf(action = 'conversion') as conversions,
        uniqExact(user_id) as unique_users,
        sum(cost) as total_cost
    from contacts
    group by campaign_id
), audience_days as (
    select distinct campaign_id, user_id, event_date
    from contacts
    where user_id is not null
), visits as (
    select audience_days.campaign_id as campaign_id, count() as total_sessions
    from warehouse.resolved_sessions
    join audience_days
        on audience_days.user_id = resolved_sessions.user_id
        and audience_days.event_date = resolved_sessions.event_date
    group by campaign_id
), purchases as (
    select campaign_id, count() as total_orders, sum(revenue) as total_revenue
    from warehouse.resolved_orders
    where is_success and campaign_id is not null
    group by campaign_id
), known as (
    select campaign_id, campaign_name, channel
    from warehouse.campaigns final
), figures as (
    select
        known.campaign_id as campaign_id,
        coalesce(known.campaign_name, 'Unknown') as campaign_name,
        coalesce(known.channel, 'Unknown') as channel,
        activity.start_date as start_date,
        activity.end_date as end_date,
        coalesce(activity.views, 0) as views,
        coalesce(activity.clicks, 0) as clicks,
        coalesce(activity.conversions, 0) as conversions,
        coalesce(activity.unique_users, 0) as unique_users,
        coalesce(activity.total_cost, 0) as cost,
        coalesce(visits.total_sessions, 0) as total_sessions,
        coalesce(purchases.total_orders, 0) as total_orders,
        coalesce(purchases.total_revenue, 0) as total_revenue
    from known
    left join activity on activity.campaign_id = known.campaign_id
    left join visits on visits.campaign_id = known.campaign_id
    left join purchases on purchases.campaign_id = known.campaign_id
)
select
    campaign_id, campaign_name, channel, start_date, end_date, views, clicks, conversions, unique_users, cost,
    total_sessions, total_orders, total_revenue,
    if(total_sessions = 0, 0, total_orders / total_sessions) as conversion_rate,
    if(total_orders = 0, 0, toFloat64(total_revenue) / total_orders) as avg_order_value,
    if(cost = 0, 0, toFloat64(total_revenue - cost) / toFloat64(cost)) as roi
from figures
