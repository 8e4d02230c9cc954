-- Active users by day: a visit's user is active until the next visit, 7 days at most, then churned, 7 days at most.
-- Grain: event_date, first to last session day; reads warehouse.resolved_sessions, writes aside.active_users_7d.
-- Rerun: the table is made anew before. No parameters.
insert into aside.active_users_7d (
    event_date, daily_active_users, active_users_count, new_users, returning_users, churned_users, reactivated_users
)
with user_days as (
    select distinct user_id, event_date
    from warehouse.resolved_sessions
    where user_id is not null
), visits as (
    select
        event_date,
        lagInFrame(toNullable(event_date)) over user_history as previous_date,
        coalesce(leadInFrame(toNullable(event_date)) over user_history, toDate('2149-06-06')) as next_date
    from user_days
    window user_history as (
        partition by user_id order by event_date rows between unbounded preceding and unbounded following
    )
), visit_days as (
    select
        event_date,
        count() as daily_active_users,
        countIf(previous_date is null) as new_users,
        countIf(previous_date is not null) as returning_users,
        countIf(event_date - previous_date > 7) as reactivated_users
    from visits
    group by event_date
), changes as (
    select
        tupleElement(change, 1) as change_date,
        sum(tupleElement(change, 2)) as active_change,
        sum(tupleElement(change, 3)) as churned_change
    from visits
    array join [
        (event_date, 1, 0), (least(next_date, event_date + 7), -1, 0),
        (least(next_date, event_date + 7), 0, 1), (least(next_date, event_date + 14), 0, -1)
    ] as change
    group by change_date
), span as (
    select min(event_date) as first_date, max(event_date) as last_date, count() as sessions
    from warehouse.resolved_sessions
), days as (
    select first_date + arrayJoin(range(toUInt32(if(sessions = 0, 0, last_date - first_date + 1)))) as event_date
    from span
)
select
    days.event_date as event_date,
    coalesce(visit_days.daily_active_users, 0) as daily_active_users,
    sum(coalesce(changes.active_change, 0)) over so_far as active_users_count,
    coalesce(visit_days.new_users, 0) as new_users,
    coalesce(visit_days.returning_users, 0) as returning_users,
    sum(coalesce(changes.churned_change, 0)) over so_far as churned_users,
    coalesce(visit_days.reactivated_users, 0) as reactivated_users
from days
left join visit_days on visit_days.event_date = days.event_date
left join changes on changes.change_date = days.event_date
window so_far as (order by days.event_date rows between unbounded preceding and current row)
