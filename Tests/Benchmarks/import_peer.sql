.mode csv
.import forecasts.csv forecast
create index forecast_by_source on forecast (source);
create index forecast_by_question on forecast (question);
create index forecast_by_time on forecast (said_on);
