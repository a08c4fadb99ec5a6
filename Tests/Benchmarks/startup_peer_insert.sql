-- One indexed read and one insert, under the settings of Augury's own connection.
pragma journal_mode = delete;
pragma synchronous = extra;
pragma foreign_keys = on;
pragma recursive_triggers = on;
pragma trusted_schema = off;
pragma cell_size_check = on;
pragma mmap_size = 0;
select number, deadline from question where text = 'Will it snow?';
insert into forecast (question, source, probability, said) values (25000, 'Forecaster 7', 0.5, 'by all the signs that we have');
