-- Sessions by their weather, place and day, success orders by their day, place and session's weather.
-- Grain: event_date, country, weather, temperature_band; reads events, weather, orders, resolved_* of warehouse.
-- Rerun: the mart, aside.weather_impact, is made anew before. Parameters: everyDay, days (built where not every day is).
insert into aside.weather_impact (
    event_date, country, weather, temperature_band, sessions, users, orders, revenue, conversion_rate,
    weather_sources
)
with contributions as (
    select event_date, country, session_id, user_id, 1 as visits, 0 as purchases, toDecimal128(0, 2) as paid
    from warehouse.resolved_sessions
    where {everyDay:Bool} or has({days:Array(Date)}, event_date)
    union all
    select
        event_date, country, orders.session_id as session_id, null as user_id, 0 as visits, 1 as purchases,
        toDecimal128(revenue, 2) as paid
    from warehouse.resolved_orders
    join (select order_id, session_id from warehouse.orders final) as orders using (order_id)
    where is_success and ({everyDay:Bool} or has({days:Array(Date)}, event_date))
), observed as (
    select
        session_id,
        countIf(weather_desc is not null or weather_temp is not null) > 0 as is_told,
        argMaxIf((lower(weather_desc), weather_temp), (event_ts, event_key),
            weather_desc is not null or weather_temp is not null) as told,
        argMaxIf((point, intDiv(toUnixTimestamp64Micro(event_ts), 3600000000)), (event_ts, event_key),
            point is not null) as spot
    from warehouse.events final
    where session_id in (select session_id from contributions)
    group by session_id
), told_skies as (
    select
        session_id, is_told, tupleElement(told, 1) as words, tupleElement(told, 2) as temperature,
        tupleElement(spot, 1) as point, tupleElement(spot, 2) as hour_number,
        multiIf(
            words is null, 'Unknown',
            match(words, 'thunder'), 'Thunderstorm',
            match(words, 'drizzle'), 'Drizzle',
            match(words, 'snow|sleet'), 'Snow',
            match(words, 'rain'), 'Rain',
            match(words, 'mist|fog|haze'), 'Mist',
            match(words, 'cloud|overcast'), 'Clouds',
            match(words, 'clear|sun'), 'Clear',
            'Other'
        ) as sky
    from observed
), known as (
    select point, intDiv(toUnixTimestamp64Micro(hour), 3600000000) as hour_number, temperature, sky, source
    from warehouse.weather final
), skies as (
    select
        told_skies.session_id as session_id,
        if(is_told, told_skies.sky, coalesce(known.sky, 'Unknown')) as kind,
        toInt32(floor(if(is_told, told_skies.temperature, known.temperature) / 5) * 5) as lowest,
        coalesce(concat(toString(lowest), ' to ', toString(lowest + 5)), 'Unknown') as band,
        if(is_told, 'event', coalesce(known.source, '')) as source
    from told_skies
    left join known on known.point = told_skies.point and known.hour_number = told_skies.hour_number
)
select
    event_date,
    country,
    coalesce(skies.kind, 'Unknown') as weather,
    coalesce(skies.band, 'Unknown') as temperature_band,
    sum(visits) as sessions,
    uniqExact(user_id) as users,
    sum(purchases) as orders,
    sum(paid) as revenue,
    if(sessions = 0, 0, orders / sessions) as conversion_rate,
    arrayStringConcat(arraySort(groupUniqArrayIf(skies.source, skies.source != '')), ', ') as weather_sources
from contributions
left join skies on skies.session_id = contributions.session_id
group by event_date, country, weather, temperature_band
