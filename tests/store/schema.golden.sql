-- user_version 1
CREATE INDEX event_actors_key ON event_actors (key, event_seq);
CREATE INDEX event_outlets_outlet ON event_outlets (outlet, event_seq);
CREATE INDEX events_start_day ON events (start_day);
CREATE INDEX judgements_a ON judgements (a);
CREATE INDEX judgements_b ON judgements (b);
CREATE INDEX links_b ON links (b);
CREATE INDEX mentions_type_day ON mentions (type, start_day);
CREATE INDEX pages_sha256 ON pages (sha256);
CREATE INDEX reports_outlet ON reports (outlet);
CREATE INDEX reports_published_day ON reports (published_day);
CREATE INDEX reviews_mention ON reviews (mention);
CREATE TABLE coded (
  report_id TEXT PRIMARY KEY REFERENCES reports (id) ON DELETE CASCADE,
  head TEXT NOT NULL CHECK (json_valid(head)),
  issues TEXT NOT NULL CHECK (json_valid(issues))
) STRICT, WITHOUT ROWID;
CREATE TABLE event_actors (
  event_seq INTEGER NOT NULL REFERENCES events (seq) ON DELETE CASCADE,
  key TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (event_seq, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_mentions (
  event_id TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  mention_id TEXT NOT NULL UNIQUE,
  PRIMARY KEY (event_id, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE event_outlets (
  event_seq INTEGER NOT NULL REFERENCES events (seq) ON DELETE CASCADE,
  outlet TEXT NOT NULL,
  PRIMARY KEY (event_seq, outlet)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  type TEXT,
  modality TEXT,
  grade TEXT NOT NULL,
  outlets INTEGER NOT NULL,
  origins INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  start_day INTEGER,
  end_day INTEGER,
  month TEXT,
  lat REAL,
  lon REAL,
  radius_km REAL,
  precision TEXT,
  country TEXT,
  killed INTEGER,
  quote TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE VIRTUAL TABLE events_fts USING fts5 (words, place, actors, content = '', contentless_delete = 1,
  tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE events_rtree USING rtree (seq, min_lat, max_lat, min_lon, max_lon, min_day, max_day);
CREATE TABLE judgements (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  verdict TEXT NOT NULL,
  supersedes TEXT REFERENCES judgements (id),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE links (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  score REAL NOT NULL,
  joined INTEGER NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;
CREATE TABLE mentions (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  report_id TEXT NOT NULL REFERENCES coded (report_id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL,
  type TEXT NOT NULL,
  modality TEXT NOT NULL,
  start_day INTEGER,
  end_day INTEGER,
  lat REAL,
  lon REAL,
  background INTEGER NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  UNIQUE (report_id, ordinal)
) STRICT;
CREATE TABLE page_issues (
  page_id TEXT PRIMARY KEY REFERENCES pages (id),
  issues TEXT NOT NULL CHECK (json_valid(issues))
) STRICT, WITHOUT ROWID;
CREATE TABLE pages (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  url TEXT,
  outlet TEXT,
  fetched_at TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  mime TEXT NOT NULL,
  charset TEXT,
  name TEXT,
  given TEXT CHECK (given IS NULL OR json_valid(given))
) STRICT;
CREATE TABLE reports (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  page_id TEXT NOT NULL UNIQUE REFERENCES pages (id),
  url TEXT,
  outlet TEXT,
  lang TEXT NOT NULL,
  title TEXT,
  published TEXT,
  published_day INTEGER,
  wire TEXT,
  text TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE VIRTUAL TABLE reports_fts USING fts5 (text, content = 'reports', content_rowid = 'seq',
  tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE reviews (
  seq INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  mention TEXT NOT NULL,
  field TEXT NOT NULL,
  verdict TEXT NOT NULL,
  supersedes TEXT REFERENCES reviews (id),
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TABLE state (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  truth INTEGER NOT NULL,
  derived_from INTEGER NOT NULL
) STRICT;
CREATE TRIGGER judgements_no_delete BEFORE DELETE ON judgements
  BEGIN SELECT RAISE(ABORT, 'a judgement is superseded, never deleted'); END;
CREATE TRIGGER judgements_no_update BEFORE UPDATE ON judgements
  BEGIN SELECT RAISE(ABORT, 'a judgement is superseded, never changed'); END;
CREATE TRIGGER pages_no_delete BEFORE DELETE ON pages BEGIN SELECT RAISE(ABORT, 'a page is never deleted'); END;
CREATE TRIGGER pages_no_update BEFORE UPDATE ON pages BEGIN SELECT RAISE(ABORT, 'a page is never changed'); END;
CREATE TRIGGER reports_fts_delete AFTER DELETE ON reports
  BEGIN INSERT INTO reports_fts (reports_fts, rowid, text) VALUES ('delete', old.seq, old.text); END;
CREATE TRIGGER reports_fts_insert AFTER INSERT ON reports
  BEGIN INSERT INTO reports_fts (rowid, text) VALUES (new.seq, new.text); END;
CREATE TRIGGER reports_fts_update AFTER UPDATE OF text ON reports BEGIN
  INSERT INTO reports_fts (reports_fts, rowid, text) VALUES ('delete', old.seq, old.text);
  INSERT INTO reports_fts (rowid, text) VALUES (new.seq, new.text);
END;
CREATE TRIGGER reviews_no_delete BEFORE DELETE ON reviews
  BEGIN SELECT RAISE(ABORT, 'a review is superseded, never deleted'); END;
CREATE TRIGGER reviews_no_update BEFORE UPDATE ON reviews
  BEGIN SELECT RAISE(ABORT, 'a review is superseded, never changed'); END;
