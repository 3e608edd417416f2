"""What is found in running text: each sentence, and what it says in the notation of `conftest.py`."""

from __future__ import annotations

import pytest
from reading_of import said_dates, said_shares

SHARES = [
    ("It was shown in four studies in 1987 and later.", ""),
    ("Improvement was seen in 7 of 31 patients (22.6%).", "7/31 22.6%"),
    ("Improvement was seen in 7 of 31 (22.6%).", "7/31 22.6%"),
    ("Recurrence occurred in 7/31 (22.6%).", "7/31 22.6%"),
    ("It was found in 22.6% (7/31) of the cases.", "7/31 22.6%"),
    ("It was found in 22.6% (7 of 31 patients).", "7/31 22.6%"),
    ("It was found in 23% (n = 7).", "7/- 23%"),
    ("Seven patients (22.6%) died.", "7/- 22.6%"),
    ("7 (22.6%) patients died.", "7/- 22.6%"),
    ("Seven of the nine patients improved.", "7/9 -%"),
    ("Motor power was 3/5 in the leg.", ""),
    ("The stenosis was 80%.", "-/- 80%"),
    ("Mortality is 40%.", "-/- 40%"),
    ("Rates of 4.2%-8.5% are reported.", ""),
    ("The hematocrit was 35%.", ""),
    ("Eight of 9 patients (89%) did not worsen.", "8/9 89%"),
    ("In 11/12, 92% of the cases, fever was present.", "11/12 92%"),
    ("Visual acuity was 20/200.", ""),
    ("The level T10/11 was affected.", ""),
    ("Of 131 patients, 12 (9.2%) patients relapsed.", "12/- 9.2%"),
    ("About 10 percent of patients die.", "-/- 10%"),
]


@pytest.mark.parametrize(("sentence", "said"), SHARES)
def test_reads_a_count_with_its_whole(sentence: str, said: str) -> None:
    assert said_shares(sentence) == said


DATES = [
    ("He was admitted on 12 March 2014.", "2014-3-12"),
    ("He was admitted on March 12, 2014.", "2014-3-12"),
    ("He was admitted on Monday, 12 March 2014.", "2014-3-12 weekday 0"),
    ("He was admitted on the 12th of March, 2014.", "2014-3-12"),
    ("It was seen in March 2014.", "2014-3-None"),
    ("It was done on 2014-03-12.", "2014-3-12"),
    ("It was done on 12.03.2014.", "2014-3-12"),
    ("It was done on 25/12/2013.", "2013-12-25"),
    ("It was done on 12/25/2013.", "2013-12-25"),
    ("It was done on 3/4/2020.", "2020-None-None"),
    ("First described in 1987.", "1987-None-None"),
    ("On May 3 he came back.", "None-5-3"),
    ("The code was 1987 mg.", ""),
    ("It may be seen in 2 patients.", ""),
    ("A dose of 2000 mg was given.", ""),
    ("Between 1987 and 1998 it rose.", "1987-None-None; 1998-None-None"),
]


@pytest.mark.parametrize(("sentence", "said"), DATES)
def test_reads_a_date(sentence: str, said: str) -> None:
    assert said_dates(sentence) == said
