-- The latest known value of each attribute of a subject, with the time it was said: what makes "latest wins" exact.
create table etl.attributes (
    subject    text not null check (subject in ('user', 'product', 'campaign')),
    key        text collate "C" not null,
    attribute  text not null,
    -- a text, or a pair of texts
    value      text collate "C",
    value_2    text collate "C",
    -- or a pair of numbers
    number_1   numeric,
    number_2   numeric,
    said_at    timestamptz not null,
    -- the load that last changed the value
    load_id    bigint not null,
    primary key (subject, key, attribute)
) with (fillfactor = 80);
create index attributes_load_id on etl.attributes (load_id, subject);
