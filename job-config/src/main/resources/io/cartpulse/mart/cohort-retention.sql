-- Users by the week of their first session, and how many of them came in each week since.
-- Grain: cohort_week, week_number, up to the last session's week; reads warehouse.resolved_sessions, writes aside.
-- Rerun: the table is made anew before. No parameters.
insert into aside.cohort_retention (cohort_week, week_number, cohort_size, active_users, retention)
with user_weeks as (
    select distinct user_id, toMonday(event_date) as week
    from warehouse.resolved_sessions
    where user_id is not null
), members as (
    select week, min(week) over (partition by user_id) as cohort_week
    from user_weeks
), activity as (
    select cohort_week, week, count() as active_users
    from members
    group by cohort_week, week
), cohorts as (
    select cohort_week, active_users as cohort_size
    from activity
    where week = cohort_week
), weeks as (
    select
        cohort_week, cohort_size, week_number, cohort_week + 7 * week_number as week
    from cohorts
    array join range(toUInt32(intDiv(
        toMonday((select max(event_date) from warehouse.resolved_sessions)) - cohort_week, 7
    ) + 1)) as week_number
)
select
    weeks.cohort_week as cohort_week,
    weeks.week_number as week_number,
    weeks.cohort_size as cohort_size,
    coalesce(activity.active_users, 0) as active_users,
    active_users / cohort_size as retention
from weeks
left join activity on activity.cohort_week = weeks.cohort_week and activity.week = weeks.week
