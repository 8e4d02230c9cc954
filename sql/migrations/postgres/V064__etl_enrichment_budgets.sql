-- Requests made to each provider in the present minute, day and month of UTC, by all instances together.
create table etl.enrichment_budgets (
    provider      text primary key,
    -- the windows, and what was used of them
    minute_start  timestamptz not null,
    minute_used   integer not null,
    day_start     timestamptz not null,
    day_used      integer not null,
    month_start   timestamptz not null,
    month_used    integer not null,
    -- the provider asked to be left alone until then
    paused_until  timestamptz
);
