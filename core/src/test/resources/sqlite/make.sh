#!/bin/sh
# Makes the databases that lie here, with SQLite's own command (3.40.1 of Debian 12 made these), and beside each what
# that command reads in them: a line for each row, as Sqlite3.java writes it. All people and words are invented.
set -eu
cd "$(dirname "$0")"
rm -f ./*.db ./*.db-wal ./*.expected ./*.sha256

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# expected NAME: the rows of all tables, by the columns of the schema; asked of a copy, since asking empties the log
expected() {
    cp "$1".db* "$work"
    ask() { sqlite3 "$work/$name.db" "$1"; }
    name=$1
    ask "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 ORDER BY rowid" |
        while read -r table; do
            values=$(ask "SELECT group_concat('CASE typeof(\"'||name||'\") WHEN ''null'' THEN ''null''
                WHEN ''integer'' THEN ''integer:''||\"'||name||'\" WHEN ''real'' THEN ''real:''||hex(ieee754_to_blob(\"'||name||'\"))
                ELSE typeof(\"'||name||'\")||'':''||hex(CAST(\"'||name||'\" AS BLOB)) END', '||'' ''||') FROM pragma_table_info('$table')")
            number=$(ask "SELECT iif(wr, quote(''), 'rowid') FROM pragma_table_list('$table')")
            echo "== $table"
            ask "SELECT $number||'| '||$values FROM "$table""
        done >"$1.expected"
}

# Small pages, so that few rows need pages above others; what overflows; columns that came later; free pages.
sqlite3 small.db <<'SQL'
PRAGMA page_size=512;
PRAGMA user_version=11;
CREATE TABLE person(id INTEGER PRIMARY KEY, "name" TEXT NOT NULL, [phone], `share` REAL DEFAULT 0.5, CHECK (name <> ''));
CREATE TABLE message(_id INTEGER PRIMARY KEY AUTOINCREMENT, person INTEGER REFERENCES person(id), text TEXT, sent INTEGER, media BLOB);
CREATE TABLE setting(key TEXT, value, PRIMARY KEY(key)) WITHOUT ROWID;
CREATE TABLE gone(x);
CREATE INDEX by_time ON message(sent);
CREATE VIEW said AS SELECT name, text FROM person, message WHERE person.id = message.person;
CREATE TRIGGER note AFTER DELETE ON person BEGIN DELETE FROM message WHERE person = old.id; END;
INSERT INTO person VALUES(1, 'Aysel', '+994000000001', 1), (2, 'Rauf', NULL, 2.5), (-7, 'Лейла', 5, 0);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60)
    INSERT INTO message SELECT i, i % 3, 'message ' || i || iif(i % 9 = 0, printf('%.*c', 30 * i, 'ş'), ''), 1700000000000 + 60000 * i,
        iif(i % 7 = 0, zeroblob(10 * i) , NULL) FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 40)
    INSERT INTO setting SELECT 'key ' || i, iif(i = 20, printf('%.*c', 900, 'v'), i) FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO gone SELECT 'what was deleted ' || i FROM n;
DROP TABLE gone;
DELETE FROM message WHERE _id IN (4, 5, 18, 19, 20, 21, 22, 23);
ALTER TABLE message ADD COLUMN edited INTEGER DEFAULT -1;
INSERT INTO message VALUES(100, 1, 'the last one', 1700009999999, x'00FF', 1), (9223372036854775807, 2, '', 0, '', 1.5);
SQL
expected small

# Three levels of pages.
sqlite3 large.db <<'SQL'
PRAGMA page_size=512;
PRAGMA auto_vacuum=1;
CREATE TABLE message(_id INTEGER PRIMARY KEY, text TEXT, score REAL);
CREATE TABLE word(word TEXT PRIMARY KEY, n INTEGER) WITHOUT ROWID;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1500)
    INSERT INTO message SELECT 3 * i, printf('%.*c', 1 + i * 7919 % 37, char(97 + i % 26)) || iif(i % 100 = 0, printf('%.*c', 1200, 'o'), ''), i / 4.0 FROM n;
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 700) INSERT INTO word SELECT 'word ' || (i * 7919 % 701), i FROM n;
SQL
expected large
sha256sum <large.expected | cut -d ' ' -f 1 >large.sha256
rm large.expected

# UTF-16, and texts that are not in it.
sqlite3 utf16.db <<'SQL'
PRAGMA page_size=1024;
PRAGMA encoding='UTF-16le';
CREATE TABLE word(text TEXT, doubled AS (text || text), half TEXT AS (substr(text, 1, 2)) STORED, last);
INSERT INTO word(text, last) VALUES('Gəncə 😀', 1), (CAST(x'3DD8' AS TEXT), 2), ('', 3);
SQL
sqlite3 utf16.db "SELECT '== word'; SELECT rowid||'| text:'||hex(CAST(text AS BLOB))||' text:'||hex(CAST(half AS BLOB))||' integer:'||last FROM word" >utf16.expected

# What was written last is in the log only.
sqlite3 log.db >"$work/said" <<'SQL'
.dbconfig no_ckpt_on_close on
PRAGMA page_size=512;
PRAGMA journal_mode=WAL;
PRAGMA wal_autocheckpoint=0;
CREATE TABLE message(_id INTEGER PRIMARY KEY, text TEXT);
INSERT INTO message VALUES(1, 'in the database'), (2, 'as it was before');
PRAGMA wal_checkpoint(TRUNCATE);
UPDATE message SET text = 'in the log' WHERE _id = 2;
INSERT INTO message VALUES(3, 'only in the log');
WITH RECURSIVE n(i) AS (SELECT 4 UNION ALL SELECT i + 1 FROM n WHERE i < 40) INSERT INTO message SELECT i, 'message ' || i || printf('%.*c', 50, '.') FROM n;
SQL
expected log

# A table that is made up of others.
sqlite3 virtual.db <<'SQL'
PRAGMA page_size=512;
CREATE VIRTUAL TABLE found USING fts4(text);
INSERT INTO found VALUES('the words to look for');
SQL
rm -f ./*.db-shm
