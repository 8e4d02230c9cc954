-- The load that brought a place to events; null until one has.
alter table dds.places add column load_id bigint;
create index places_load_id on dds.places (load_id);
