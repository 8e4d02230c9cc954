-- The marts that people read, the facts they are computed from, and where both are built before they are swapped in.
create database if not exists data_mart comment 'marts: what analysts and dashboards read';
create database if not exists warehouse comment 'facts and dimensions carried over from DDS, for the pipeline alone';
create database if not exists aside comment 'tables being built, swapped in when complete';
