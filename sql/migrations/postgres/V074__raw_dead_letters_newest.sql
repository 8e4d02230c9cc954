-- Dead letters are listed newest first, page by page: the index needs the whole key.
create index dead_letters_newest
    on raw.dead_letters (kafka_timestamp, source_id, kafka_partition, kafka_offset);
create index dead_letters_reason
    on raw.dead_letters (reason, kafka_timestamp, source_id, kafka_partition, kafka_offset);
drop index raw.dead_letters_kafka_timestamp;
