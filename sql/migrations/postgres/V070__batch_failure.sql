-- Failures in full: Spring Batch itself keeps 2500 characters of them.
create table batch.failure (
    failure_id        bigint generated always as identity primary key,
    job_execution_id  bigint not null references batch.batch_job_execution (job_execution_id) on delete cascade,
    -- the step that failed, with its partition; null for the job itself
    step_name         varchar(100),
    noted_at          timestamptz not null default clock_timestamp(),
    -- each cause as an object of type and message, the outermost first
    causes            jsonb not null,
    trace             text not null
);
create index failure_job_execution on batch.failure (job_execution_id, failure_id);
