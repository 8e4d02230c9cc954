-- Records of a chunk that were refused once and are accepted now.
-- Grain: origin; writes dds.quarantine.
-- Rerun: what is resolved stays so. Parameters: sourceIds, partitions, offsets (of one length).
update dds.quarantine as refused
set state = 'resolved', requested = false, attempts = attempts + 1, last_attempt_at = now()
from unnest(:sourceIds, :partitions, :offsets) as accepted (source_id, kafka_partition, kafka_offset)
where (refused.source_id, refused.kafka_partition, refused.kafka_offset)
    = (accepted.source_id, accepted.kafka_partition, accepted.kafka_offset)
    and refused.state = 'open'
