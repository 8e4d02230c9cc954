-- Executions, one a minute up to now, of which one in thirty failed.
-- Grain: job_execution_id; reads batch.batch_job_instance, writes batch.batch_job_execution.
-- Rerun: not meant to be. Parameters: rows.
with made as (
    select
        job_instance_id, job_name,
        (now() at time zone 'UTC') - (:rows - job_instance_id) * interval '1 minute' as created,
        case
            when job_instance_id % 30 = 7 then 'FAILED'
            when job_instance_id % 500 = 11 then 'STOPPED'
            when job_instance_id % 5000 = 13 then 'ABANDONED'
            else 'COMPLETED'
        end as status,
        case
            when job_instance_id % 3000 = 7 then 'io.cartpulse.raw.KafkaSourceException: broker seven is tired'
            when job_instance_id % 30 = 7 then 'java.net.ConnectException: Connection refused'
            else ''
        end as message,
        array[
            'run.id=' || job_instance_id,
            'startedBy=' || case when job_instance_id % 100 = 1 then 'ada' else 'schedule' end,
            'mode=' || case when job_instance_id % 1000 = 1 then 'rebuild' else 'incremental' end
        ] as parameters
    from batch.batch_job_instance
)
insert into batch.batch_job_execution (
    job_execution_id, version, job_instance_id, create_time, start_time, end_time, status, exit_code, exit_message,
    last_updated, search_job, search_parameters, search_words
)
select
    job_instance_id, 2, job_instance_id, created, created, created + interval '20 seconds', status, status, message,
    created + interval '20 seconds', job_name, parameters,
    batch.words_of(message)
from made
