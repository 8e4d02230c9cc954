-- Of some quarantined records those that are still open, with the contents that were read; nobody edits them meanwhile.
-- Grain: origin; reads dds.quarantine.
-- Rerun: changes nothing. Parameters: sourceIds, partitions, offsets, edits (of one length).
select refused.source_id, refused.kafka_partition, refused.kafka_offset
from dds.quarantine as refused
join unnest(:sourceIds, :partitions, :offsets, :edits) as tried (source_id, kafka_partition, kafka_offset, edits)
    using (source_id, kafka_partition, kafka_offset)
where refused.state = 'open' and refused.edits = tried.edits
order by refused.id
for update of refused
