-- Digest of the settings with which DDS was made; another digest asks for a rebuild.
create table etl.settings (
    name    text primary key,
    digest  text not null
);
