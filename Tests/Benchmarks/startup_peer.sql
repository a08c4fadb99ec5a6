-- The database that the sqlite3 shell is timed on: 50,000 questions with a forecast each.
pragma journal_mode = delete;
create table question (
  number integer primary key, id text not null, text text not null, deadline integer);
create table forecast (
  number integer primary key, question integer not null, source text not null,
  probability real not null, said text);
begin;
with recursive n(i) as (select 1 union all select i + 1 from n where i < 50000)
insert into question
select i, lower(hex(randomblob(10))), 'Will ' || hex(randomblob(6)) || ' exceed ' || i || '?', 20000 + i % 2000
from n;
insert into forecast
select number, number, 'Forecaster ' || (number % 1000), 0.5, 'by all the signs that we have' from question;
create index question_by_text on question (text);
create index forecast_by_question on forecast (question);
commit;
