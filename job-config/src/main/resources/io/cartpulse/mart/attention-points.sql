-- Days on which a figure was three standard deviations or more away from the same weekday of the past 8 weeks.
-- Grain: event_date, dimension, key, metric; reads warehouse.resolved_*, campaign_events, events, writes aside.
-- Rerun: the table is made anew before. Parameters: zone.
insert into aside.attention_points (event_date, dimension, key, metric, value, expected, deviation, direction)
with audience_days as (
    select distinct campaign_id, user_id, toDate(toTimeZone(generated_at, {zone:String})) as event_date
    from warehouse.campaign_events final
    where user_id is not null
), contributions as (
    select event_date, slice, 1 as sessions, 0 as orders, toDecimal128(0, 2) as revenue, 0 as failed, 0 as payments
    from warehouse.resolved_sessions
    array join [('total', 'All'), ('geo', country), ('device', toString(device_type))] as slice
    union all
    select audience_days.event_date, ('campaign', audience_days.campaign_id), count(), 0, toDecimal128(0, 2), 0, 0
    from warehouse.resolved_sessions
    join audience_days
        on audience_days.user_id = resolved_sessions.user_id
        and audience_days.event_date = resolved_sessions.event_date
    group by audience_days.event_date, audience_days.campaign_id
    union all
    -- orders without success add nothing but their day
    select event_date, slice, 0, toUInt64(is_success), toDecimal128(revenue, 2), 0, 0
    from warehouse.resolved_orders
    array join arrayConcat(
        [('total', 'All'), ('geo', country), ('device', toString(device_type))],
        if(campaign_id is null, [], [('campaign', assumeNotNull(campaign_id))])
    ) as slice
    union all
    select event_date, ('category', category_name), 0, uniqExact(order_id), sum(revenue), 0, 0
    from warehouse.resolved_items
    group by event_date, category_name
    union all
    select
        toDate(toTimeZone(event_ts, {zone:String})), ('payment', 'All'), 0, 0, toDecimal128(0, 2),
        toUInt64(event_type = 'payment_failed'), 1
    from warehouse.events final
    where event_type in ('payment_success', 'payment_failed')
), days as (
    select
        event_date, slice,
        toFloat64(sum(revenue)) as revenue, sum(orders) as orders, sum(sessions) as sessions,
        if(sessions = 0, 0, orders / sessions) as conversion_rate,
        if(sum(payments) = 0, 0, sum(failed) / sum(payments)) as failed_share,
        min(event_date) over () as first_date, max(event_date) over () as last_date
    from contributions
    group by event_date, slice
), figures as (
    -- a figure that a day does not have is 0, so those that are 0 need not be told
    select event_date, slice, metric, figure, first_date, last_date
    from days
    array join
        ['revenue', 'orders', 'sessions', 'conversion_rate', 'failed_share'] as metric,
        [revenue, toFloat64(orders), toFloat64(sessions), conversion_rate, failed_share] as figure
    where figure != 0
), memories as (
    select slice, metric, figure, first_date, weeks, event_date + 7 * weeks as seen_from
    from figures
    array join range(9) as weeks
    where event_date + 7 * weeks <= last_date
), histories as (
    select
        slice, metric, seen_from,
        sumIf(figure, weeks = 0) as value,
        least(8, intDiv(seen_from - any(first_date), 7)) as past_weeks,
        arrayResize(arraySort(groupArrayIf(figure, weeks > 0)), past_weeks, 0.0) as past,
        arrayAvg(past) as expected,
        greatest(arrayReduce('stddevSampStable', past), 0.05 * expected) as spread,
        if(spread = 0, 0, abs(value - expected) / spread) as deviation
    from memories
    group by slice, metric, seen_from
    having past_weeks >= 3 and deviation >= 3
)
select
    seen_from as event_date, tupleElement(slice, 1) as dimension, tupleElement(slice, 2) as key, metric, value,
    expected, deviation, if(value > expected, 'up', 'down') as direction
from histories
