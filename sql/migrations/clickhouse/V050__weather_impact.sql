-- Sessions, orders and revenue in each kind of weather.
create table if not exists data_mart.weather_impact (
    event_date        Date,
    country           LowCardinality(String),
    -- Clear, Clouds, Rain, Drizzle, Thunderstorm, Snow, Mist, Other or Unknown
    weather           LowCardinality(String),
    -- 5 °C, named by its bounds, of which the lower one belongs to it: -5 to 0; or Unknown
    temperature_band  LowCardinality(String),
    -- sessions of the day
    sessions          UInt64,
    users             UInt64,
    -- success orders of the day
    orders            UInt64,
    revenue           Decimal(38, 2),
    conversion_rate   Float64
)
engine = MergeTree  -- built aside by one statement and swapped in, never changed
order by (event_date, country, weather, temperature_band)  -- the grain, day first: dashboards ask for a range of days
partition by tuple();  -- swapped in as a whole, and a year of it is small
