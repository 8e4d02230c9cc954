-- Spring Batch 6.0: what a step execution remembers for a restart.
create table batch.batch_step_execution_context (
    step_execution_id   bigint not null primary key,
    short_context       varchar(2500) not null,
    serialized_context  text,
    constraint step_exec_ctx_fk foreign key (step_execution_id) references batch.batch_step_execution (step_execution_id)
);
