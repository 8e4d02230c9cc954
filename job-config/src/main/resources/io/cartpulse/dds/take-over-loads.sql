-- Loads of runs which never completed, and so have not applied the attributes they noted.
-- Grain: load_id; reads etl.run_ranges, etl.watermarks, etl.attributes, writes etl.loads.
-- Rerun: finds none. Parameters: jobInstanceId.
update etl.loads as load
set job_instance_id = :jobInstanceId
where exists (
        select
        from etl.run_ranges
        left join etl.watermarks using (source_id, kafka_partition)
        where run_ranges.job_instance_id = load.job_instance_id and to_offset > coalesce(next_offset, 0)
    )
    and exists (select from etl.attributes where attributes.load_id = load.load_id)
