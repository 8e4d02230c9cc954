-- Every user with a success order: recency, frequency, monetary value, their scores among all, and the segment.
-- Grain: user_id; reads warehouse.resolved_orders, writes aside.customer_segments.
-- Rerun: the table is made anew before. Parameters: asOf.
insert into aside.customer_segments (
    user_id, recency_days, frequency, monetary, r_score, f_score, m_score, segment
)
with customers as (
    select
        user_id,
        toInt32({asOf:Date}) - toInt32(max(event_date)) as recency_days,
        count() as frequency,
        sum(revenue) as monetary
    from warehouse.resolved_orders
    where is_success and user_id is not null
    group by user_id
), ranked as (
    -- one less than the rank is how many are strictly worse
    select
        user_id, recency_days, frequency, monetary,
        count() over () as users,
        rank() over (order by recency_days desc) - 1 as worse_in_recency,
        rank() over (order by frequency) - 1 as worse_in_frequency,
        rank() over (order by monetary) - 1 as worse_in_monetary
    from customers
)
select
    user_id,
    recency_days,
    frequency,
    monetary,
    1 + intDiv(5 * worse_in_recency, users) as r_score,
    1 + intDiv(5 * worse_in_frequency, users) as f_score,
    1 + intDiv(5 * worse_in_monetary, users) as m_score,
    multiIf(
        r_score >= 4 and f_score >= 4, 'Champions',
        f_score >= 4, 'Loyal',
        r_score >= 4 and frequency = 1, 'New',
        r_score <= 2 and f_score >= 3, 'At risk',
        r_score <= 2 and f_score <= 2, 'Lost',
        'Regular'
    ) as segment
from ranked
