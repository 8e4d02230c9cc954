-- The layers' schemas, and what the read-only role may see of them.
create schema if not exists raw;
create schema if not exists dds;
create schema if not exists etl;
create schema if not exists batch;
comment on schema raw is 'Kafka''s records as received, once each';
comment on schema dds is 'validated, normalised facts';
comment on schema etl is 'the pipeline''s own book-keeping';
comment on schema batch is 'Spring Batch''s job repository';

do $$
begin
    if exists (select from pg_roles where rolname = 'analyst') then
        grant usage on schema dds, etl to analyst;
        alter default privileges in schema dds grant select on tables to analyst;
        alter default privileges in schema etl grant select on tables to analyst;
    end if;
end
$$;
