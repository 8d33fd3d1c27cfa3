-- All of Unicode, compared by code points: two names are equal if they are the same, as in the
-- embedded database, whatever the server's defaults are. The tables that follow inherit it.
alter database character set utf8mb4 collate utf8mb4_bin;
