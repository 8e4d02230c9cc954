-- Revenue of each day in US dollars and in the currencies that have that day's rate.
-- Grain: event_date, currency; reads warehouse.resolved_orders, exchange_rates, writes aside.revenue_by_currency.
-- Rerun: the table is made anew before. Parameters: everyDay, days (built where not every day is).
insert into aside.revenue_by_currency (event_date, currency, revenue, rate, rate_source)
with rates as (
    select rate_date, currency, rate, source
    from warehouse.exchange_rates final
    where currency != 'USD'
    union all
    select distinct event_date as rate_date, 'USD' as currency, toDecimal128(1, 10) as rate, 'base' as source
    from warehouse.resolved_orders
)
select
    resolved_orders.event_date as event_date,
    rates.currency as currency,
    sum(toDecimal128(round(resolved_orders.revenue * rates.rate, 2), 2)) as revenue,
    toFloat64(any(rates.rate)) as rate,
    any(rates.source) as rate_source
from warehouse.resolved_orders
join rates on rates.rate_date = resolved_orders.event_date
where resolved_orders.is_success
    and ({everyDay:Bool} or has({days:Array(Date)}, resolved_orders.event_date))
group by event_date, currency
