-- Who said what the weather was, with commas between: event, a provider, or sample where it is made up; empty if Unknown.
alter table data_mart.weather_impact
    add column if not exists weather_sources String after conversion_rate;
