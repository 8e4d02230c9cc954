-- Keeps the settings with which DDS is made.
-- Grain: one row; writes etl.settings.
-- Rerun: the same settings give the same row. Parameters: digest.
insert into etl.settings (name, digest)
values ('reading', :digest)
on conflict (name) do update
set digest = excluded.digest
