/// A table of forecasts for demonstrations, in Augury CSV.
///
/// Everything in it is invented: the four oracles, the towns and rivers they speak of, the
/// outcomes, and the almanac that is said to have stamped each forecast on the day it was made.
/// Nothing in it is about anyone or anything that exists.
package enum Sample {
  /// 41 forecasts by 4 sources on 12 questions, with outcomes.
  ///
  /// The stamps (`recorded_on`) lie before the outcomes, so that an import grades them as
  /// documented. The columns of a question are filled in on its first row only.
  package static let csv = """
    system,question_id,source,said_on,probability,recorded_on,deadline,outcome,happened_on,event,question
    Invented Almanac,01,Invented Oracle A,2024-02-01,0.65,2024-02-01,2024-06-30,yes,2024-05-21,,Ammerfell's mayor resigns
    Invented Almanac,01,Invented Oracle B,2024-03-11,0.85,2024-03-11,,,,,Ammerfell's mayor resigns
    Invented Almanac,01,Invented Oracle C,2024-01-09,0.1,2024-01-09,,,,,Ammerfell's mayor resigns
    Invented Almanac,01,Invented Oracle D,2024-04-02,0.5,2024-04-02,,,,,Ammerfell's mayor resigns
    Invented Almanac,02,Invented Oracle A,2024-01-15,0.2,2024-01-15,2024-04-30,no,,,The ferry to Isle Sooth stops for a week
    Invented Almanac,02,Invented Oracle C,2024-02-20,0.75,2024-02-20,,,,,The ferry to Isle Sooth stops for a week
    Invented Almanac,02,Invented Oracle D,2024-03-01,0.45,2024-03-01,,,,,The ferry to Isle Sooth stops for a week
    Invented Almanac,03,Invented Oracle A,2024-01-04,0.55,2024-01-04,2024-03-31,yes,2024-02-17,,A snow leopard is seen in Ammerfell
    Invented Almanac,03,Invented Oracle B,2024-01-20,0.8,2024-01-20,,,,,A snow leopard is seen in Ammerfell
    Invented Almanac,03,Invented Oracle C,2024-01-05,0.05,2024-01-05,,,,,A snow leopard is seen in Ammerfell
    Invented Almanac,03,Invented Oracle D,2024-02-02,0.4,2024-02-02,,,,,A snow leopard is seen in Ammerfell
    Invented Almanac,04,Invented Oracle A,2024-03-03,0.3,2024-03-03,2024-09-30,no,,,The River Ola floods its lower bridge
    Invented Almanac,04,Invented Oracle B,2024-06-18,0.1,2024-06-18,,,,,The River Ola floods its lower bridge
    Invented Almanac,04,Invented Oracle C,2024-05-05,0.9,2024-05-05,,,,,The River Ola floods its lower bridge
    Invented Almanac,04,Invented Oracle D,2024-04-21,0.5,2024-04-21,,,,,The River Ola floods its lower bridge
    Invented Almanac,05,Invented Oracle A,2024-06-30,0.6,2024-06-30,2024-12-31,yes,2024-11-07,,The Bank of Sooth raises its rate
    Invented Almanac,05,Invented Oracle A,2024-09-30,0.85,2024-09-30,,,,,The Bank of Sooth raises its rate
    Invented Almanac,05,Invented Oracle B,2024-08-14,0.95,2024-08-14,,,,,The Bank of Sooth raises its rate
    Invented Almanac,05,Invented Oracle D,2024-07-07,0.55,2024-07-07,,,,,The Bank of Sooth raises its rate
    Invented Almanac,06,Invented Oracle A,2024-08-08,0.3,2024-08-08,2024-10-15,no,,Sooth Cup 2024,Ammerfell wins the Sooth Cup
    Invented Almanac,06,Invented Oracle C,2024-08-30,1,2024-08-30,,,,,Ammerfell wins the Sooth Cup
    Invented Almanac,06,Invented Oracle D,2024-09-09,0.5,2024-09-09,,,,,Ammerfell wins the Sooth Cup
    Invented Almanac,07,Invented Oracle A,2024-08-08,0.55,2024-08-08,2024-10-15,yes,2024-10-13,Sooth Cup 2024,Port Sooth wins the Sooth Cup
    Invented Almanac,07,Invented Oracle B,2024-09-21,0.7,2024-09-21,,,,,Port Sooth wins the Sooth Cup
    Invented Almanac,07,Invented Oracle D,2024-09-09,0.5,2024-09-09,,,,,Port Sooth wins the Sooth Cup
    Invented Almanac,08,Invented Oracle A,2024-10-10,0.25,2024-10-10,2025-03-31,no,,,The Sooth Tunnel opens to trains
    Invented Almanac,08,Invented Oracle B,2024-12-01,0.6,2024-12-01,,,,,The Sooth Tunnel opens to trains
    Invented Almanac,08,Invented Oracle C,2024-11-11,0.8,2024-11-11,,,,,The Sooth Tunnel opens to trains
    Invented Almanac,09,Invented Oracle A,2025-01-20,0.7,2025-01-20,2025-06-30,yes,2025-06-12,,The League of Sooth signs its treaty
    Invented Almanac,09,Invented Oracle B,2025-03-02,0.9,2025-03-02,,,,,The League of Sooth signs its treaty
    Invented Almanac,09,Invented Oracle C,2025-02-14,0.2,2025-02-14,,,,,The League of Sooth signs its treaty
    Invented Almanac,09,Invented Oracle D,2025-04-04,0.6,2025-04-04,,,,,The League of Sooth signs its treaty
    Invented Almanac,10,Invented Oracle A,2025-05-05,0.05,2025-05-05,2025-07-31,no,,,Snow falls on Isle Sooth in July
    Invented Almanac,10,Invented Oracle B,2025-06-01,0.02,2025-06-01,,,,,Snow falls on Isle Sooth in July
    Invented Almanac,10,Invented Oracle C,2025-05-30,,2025-05-30,,,,,Snow falls on Isle Sooth in July
    Invented Almanac,11,Invented Oracle A,2025-03-15,0.4,2025-03-15,2025-09-30,ambiguous,,,The Ammerfell Theatre is sold
    Invented Almanac,11,Invented Oracle C,2025-03-16,0.9,2025-03-16,,,,,The Ammerfell Theatre is sold
    Invented Almanac,11,Invented Oracle D,2025-04-17,0.5,2025-04-17,,,,,The Ammerfell Theatre is sold
    Invented Almanac,12,Invented Oracle B,2025-07-01,0.15,2025-07-01,2025-12-31,no,,,The Sooth Tunnel is closed again
    Invented Almanac,12,Invented Oracle C,2025-08-08,0.7,2025-08-08,,,,,The Sooth Tunnel is closed again
    Invented Almanac,12,Invented Oracle D,2025-09-09,0.45,2025-09-09,,,,,The Sooth Tunnel is closed again

    """
}
