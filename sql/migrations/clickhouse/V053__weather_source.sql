-- Who said what the weather was: a provider, or sample where it is made up.
alter table warehouse.weather
    add column if not exists source LowCardinality(String) after sky;
-- Weather carried over before it had a source gets it: forgetting what was published has everything carried over anew.
truncate table warehouse.publications;
