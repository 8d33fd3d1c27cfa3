-- The revision of a row that other rows depend on: a transaction that changes what a rule of it
-- was checked on increments it. So two such transactions write one row, and of two nodes that write
-- to two primaries of a cluster only one can commit.
-- MySQL has no "add column if not exists", and each statement must be repeatable.
set @revision_of_network = if(exists(select 1 from information_schema.columns where table_schema = database()
  and table_name = 'network' and column_name = 'revision'),
  'do 0', 'alter table network add column revision bigint not null default 0');
prepare revision from @revision_of_network;
execute revision;
deallocate prepare revision;
set @revision_of_subnet = if(exists(select 1 from information_schema.columns where table_schema = database()
  and table_name = 'subnet' and column_name = 'revision'),
  'do 0', 'alter table subnet add column revision bigint not null default 0');
prepare revision from @revision_of_subnet;
execute revision;
deallocate prepare revision;
set @revision_of_host = if(exists(select 1 from information_schema.columns where table_schema = database()
  and table_name = 'host' and column_name = 'revision'),
  'do 0', 'alter table host add column revision bigint not null default 0');
prepare revision from @revision_of_host;
execute revision;
deallocate prepare revision;
