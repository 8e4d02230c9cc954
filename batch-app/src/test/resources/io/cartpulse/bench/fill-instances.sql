-- Job instances, one for each execution to come.
-- Grain: job instance; writes batch.batch_job_instance.
-- Rerun: not meant to be. Parameters: rows.
insert into batch.batch_job_instance (job_instance_id, version, job_name, job_key)
select
    number, 0,
    case
        when number % 10000 = 0 then 'init-dwh'
        when number % 10 < 6 then 'pipeline'
        when number % 10 < 8 then 'kafka-to-raw'
        when number % 10 < 9 then 'raw-to-dds'
        else 'dds-to-clickhouse'
    end,
    md5(number::text)
from generate_series(1, :rows) as number
