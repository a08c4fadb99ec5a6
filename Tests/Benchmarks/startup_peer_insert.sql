-- One indexed read and one insert, as durable as Augury's.
pragma journal_mode = delete;
pragma synchronous = extra;
select number, deadline from question where text = 'Will it snow?';
insert into forecast (question, source, probability, said) values (25000, 'Forecaster 7', 0.5, 'by all the signs that we have');
