/// The tables of a ledger, as SQL that SQLite reads; its types are the only dialect in it.
///
/// `entry` is the ledger. Every other table is a projection of it: rows carry the entry that
/// opened them (`from_seq`) and the one that closed them (`to_seq`), so that what stood after any
/// entry is the same query with another number. A thing is known by its `number`, the sequence
/// number of the entry that introduced it. Days count from 1970-01-01, times are microseconds
/// since then in UTC.
enum Schema {
  /// The form of the tables, in `user_version`.
  static let version: Int64 = 2
  /// The mark of a ledger file, in `application_id`: "AUGU".
  static let applicationID: Int64 = 0x4155_4755

  static let entries = """
    create table entry (
      seq integer primary key,
      record blob,
      leaf blob not null check (length(leaf) = 32)
    ) strict;
    create table head (
      one integer primary key check (one = 1),
      ledger text not null,
      zone text not null,
      size integer not null check (size > 0),
      frontier blob not null,
      last_at integer not null,
      steady_at integer,
      mark text
    ) strict;
    """

  /// Entries are only ever added, at the end; a record's bytes may go once a redaction names it.
  static let guards = """
    create trigger entry_append before insert on entry
    when new.seq <> (select coalesce(max(seq) + 1, 0) from entry) or new.record is null
    begin select raise(abort, 'entries are only ever added at the end'); end;
    create trigger entry_keep before delete on entry
    begin select raise(abort, 'entries are never deleted'); end;
    create trigger entry_fixed before update on entry
    when new.seq <> old.seq or new.leaf <> old.leaf or new.record is not null
      or not exists (select 1 from act where kind = 'redaction' and subject = old.seq)
    begin select raise(abort, 'entries are never changed'); end;
    """

  /// What was read in the words of a forecast; those of a number have no row.
  static let reading = """
    create table reading (
      forecast integer not null, chance text,
      low real, high real, mean real, variance real,
      unfalsifiable integer not null check (unfalsifiable in (0, 1)), recorded_at integer not null,
      from_seq integer not null, to_seq integer,
      primary key (forecast, from_seq)
    ) strict, without rowid;
    """

  static let projections = """
    create table identifier (
      id text primary key,
      number integer not null
    ) strict, without rowid;
    create table moment (
      seq integer primary key, at integer not null, mark text
    ) strict;
    create table source (
      number integer not null, name text not null, kind text not null,
      from_seq integer not null, to_seq integer,
      primary key (number, from_seq)
    ) strict, without rowid;
    create table source_name (
      key text not null, source integer not null, name text not null,
      from_seq integer not null, to_seq integer,
      primary key (key, source, from_seq)
    ) strict, without rowid;
    create table question (
      number integer not null, kind text not null, text text not null, text_key integer not null,
      deadline integer, zone text, event text, system text, system_key text,
      moves integer not null,
      from_seq integer not null, to_seq integer,
      primary key (number, from_seq)
    ) strict, without rowid;
    create table tag (
      question integer not null, tag text not null,
      from_seq integer not null, to_seq integer,
      primary key (question, tag, from_seq)
    ) strict, without rowid;
    create table forecast (
      number integer not null, source integer not null, question integer not null,
      said_from integer, said_until integer,
      probability real check (probability between 0 and 1),
      negated integer not null check (negated in (0, 1)),
      strict_day integer, default_day integer, generous_day integer, zone text,
      baseline real check (baseline between 0 and 1),
      stamped_until integer, recorded_at integer not null, version_at integer not null,
      fingerprint integer not null,
      from_seq integer not null, to_seq integer,
      primary key (number, from_seq)
    ) strict, without rowid;
    create table part (
      forecast integer not null, position integer not null,
      option text, quantile real, value real not null,
      from_seq integer not null, to_seq integer,
      primary key (forecast, position, from_seq)
    ) strict, without rowid;
    \(reading)
    create table resolution (
      number integer not null, question integer not null, outcome text not null,
      option text, day integer, value real, known integer, recorded_at integer not null,
      from_seq integer not null, to_seq integer,
      primary key (number, from_seq)
    ) strict, without rowid;
    create table act (
      number integer not null, position integer not null, kind text not null,
      subject integer not null, object integer, recorded_at integer not null,
      from_seq integer not null, to_seq integer,
      primary key (number, position, from_seq)
    ) strict, without rowid;
    create table word (
      word text not null, kind integer not null, block integer not null, numbers blob not null,
      primary key (word, kind, block)
    ) strict, without rowid;
    """

  /// The scheduler's own tables: no entry makes them, and `rebuild` leaves them alone.
  ///
  /// A ledger gets them when the scheduler first runs, or a channel is first named. Their form stays
  /// as it is in the files that have them: `look` keeps a column `reason` that ``lastLook`` replaced.
  /// `at`, `due` and all other times are microseconds since 1970 in UTC. A notice is `early` when
  /// the clock had run ahead as it was decided: it is asked again when its time comes.
  static let operational = """
    create table scheduler (
      one integer primary key check (one = 1),
      began integer not null, cursor integer not null, through integer not null
    ) strict;
    create table appointment (question integer primary key, at integer not null) strict;
    create index appointment_by_time on appointment (at);
    create table notice (
      number integer primary key,
      question integer not null, kind text not null, due integer not null,
      asked integer not null, decided_at integer not null,
      early integer not null default 0 check (early in (0, 1)),
      unique (question, kind, due)
    ) strict;
    create table delivery (
      notice integer not null, channel text not null, ready_at integer not null,
      attempts integer not null, sent_at integer, reason text,
      primary key (notice, channel)
    ) strict, without rowid;
    create index delivery_waiting on delivery (channel, ready_at) where sent_at is null;
    create table look (
      question integer primary key, rule integer not null, next_at integer not null,
      failures integer not null, reason text, memory text
    ) strict;
    create table clock_jump (
      number integer primary key, before integer not null, after integer not null,
      mark text not null
    ) strict;
    create table channel (name text primary key, definition text not null) strict;
    """

  /// The few merges and rules, which each pass of the scheduler asks for, apart from all other acts.
  static let operationalIndex = """
    create index act_for_scheduler on act (kind, subject)
      where kind = 'merge' or kind = 'rule'
    """

  /// The questions that waited for a decision at the scheduler's last pass.
  static let waiting = "create table waiting (question integer primary key) strict"

  /// Why channels did not take what they were handed last.
  static let channelFault = """
    create table channel_fault (
      channel text primary key, reason text not null, at integer not null,
      is_held integer not null check (is_held in (0, 1))
    ) strict, without rowid
    """

  /// What the last looks at the rules of questions came to.
  static let lastLook = """
    create table last_look (
      question integer primary key, rule integer not null, at integer not null,
      failing_since integer, reason text, contradiction text, told_at integer,
      check ((failing_since is null) = (reason is null)),
      check ((failing_since is null) = (told_at is null))
    ) strict
    """

  static let indexes = """
    create index question_by_text on question (text_key);
    create index question_by_deadline on question (deadline);
    create index resolution_by_question on resolution (question);
    create index act_by_subject on act (subject);
    """

  /// The indexes that a large import builds after its rows.
  ///
  /// With `to_seq` beside the key's own columns they tell alone which rows stand.
  static let forecastIndexes = """
    create index forecast_by_source on forecast (source, to_seq);
    create index forecast_by_question on forecast (question, to_seq);
    """

  /// The tables that follow from the entries, with the columns that make a row comparable.
  static let projectionTables = [
    "identifier", "moment", "source", "source_name", "question", "tag", "forecast", "part",
    "reading", "resolution", "act", "word",
  ]
}
