-- Where an event was, to hundredths of a degree: what weather is looked up by.
alter table warehouse.events
    add column if not exists point Nullable(String) after country;
