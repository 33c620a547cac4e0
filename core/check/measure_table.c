/*
 * The measures and their words. To add one, add its line, and a case in tests/check. What is left out is left out on
 * purpose where it is another thing: a budget is a plan, "arms" are a part of a military, growth of GDP is told in real terms.
 */
#include "core/check/measure.h"

/* clang-format off */
const struct measure measure_table[] = {
    {.name = "GDP",
     .phrases = "GDP|gross domestic product|economy|economic output|nominal GDP",
     .growth = "GDP growth|economic growth|growth of GDP|growth in GDP|growth of the economy|growth rate of GDP|rate of economic growth",
     .flags = MEASURE_FLOW},
    {.name = "GNI", .phrases = "GNI|GNP|gross national income|gross national product|national income",
     .flags = MEASURE_FLOW},
    {.name = "population",
     .phrases = "population|inhabitants|residents|number of people|number of inhabitants|total population|inhabitant|resident",
     .growth = "population growth|growth of population|growth of the population|population growth rate",
     .flags = MEASURE_PEOPLE},
    {.name = "inflation",
     .phrases = "inflation|inflation rate|rate of inflation|consumer price inflation|annual inflation|average inflation|"
                "annual inflation rate|average annual inflation|CPI inflation|price inflation|consumer inflation|"
                "headline inflation",
     .risen = "prices|consumer prices|cost of living|price level|consumer price index",
     .flags = MEASURE_CHANGE | MEASURE_RATE},
    {.name = "military expenditure",
     .phrases = "military expenditure|military expenditures|military spending|defence spending|defense spending|"
                "defence expenditure|defense expenditure|defence expenditures|defense expenditures|spending on defence|"
                "spending on defense|spending on the military|spending on its military|military outlays|"
                "expenditure on defence|expenditure on the military|expenditure on defense|defence outlays|defense outlays",
     .spent = "defence|defense|military|armed forces",
     .part_of = "government expenditure", .flags = MEASURE_FLOW},
    {.name = "exchange rate", .phrases = "exchange rate|rate of exchange"},

    /* Named so that a claim about them is known for what it is; a table of them can be loaded. */
    {.name = "government expenditure",
     .phrases = "government expenditure|government spending|public spending|public expenditure|state spending",
     .flags = MEASURE_FLOW},
    {.name = "health expenditure",
     .phrases = "health expenditure|health spending|healthcare spending|health care spending|spending on health|spending on healthcare",
     .spent = "health|healthcare|health care", .part_of = "government expenditure", .flags = MEASURE_FLOW},
    {.name = "education expenditure",
     .phrases = "education expenditure|education spending|spending on education",
     .spent = "education|schools|schooling", .part_of = "government expenditure", .flags = MEASURE_FLOW},
    {.name = "research expenditure",
     .phrases = "research expenditure|research spending|spending on research",
     .spent = "research|research and development|R&D", .flags = MEASURE_FLOW},
    {.name = "development aid",
     .phrases = "development aid|foreign aid|overseas aid|aid spending|official development assistance|development assistance",
     .spent = "foreign aid|development aid|overseas aid|development assistance", .flags = MEASURE_FLOW},
    {.name = "public debt", .phrases = "public debt|government debt|national debt|state debt|sovereign debt"},
    {.name = "budget deficit", .phrases = "budget deficit|government deficit|public deficit|deficit|fiscal deficit",
     .flags = MEASURE_FLOW},
    {.name = "tax revenue", .phrases = "tax revenue|tax revenues|tax take|tax receipts", .flags = MEASURE_FLOW},
    {.name = "exports", .phrases = "exports", .flags = MEASURE_FLOW},
    {.name = "imports", .phrases = "imports", .flags = MEASURE_FLOW},
    {.name = "trade deficit", .phrases = "trade deficit|trade gap", .flags = MEASURE_FLOW},
    {.name = "unemployment rate", .phrases = "unemployment rate|unemployment|jobless rate|rate of unemployment",
     .flags = MEASURE_RATE},
    {.name = "employment rate", .phrases = "employment rate", .flags = MEASURE_RATE},
    {.name = "youth unemployment rate", .phrases = "youth unemployment|youth unemployment rate", .flags = MEASURE_RATE},
    {.name = "interest rate", .phrases = "interest rate|interest rates|policy rate|base rate|bank rate",
     .flags = MEASURE_RATE},
    {.name = "poverty rate", .phrases = "poverty rate|rate of poverty", .flags = MEASURE_RATE},
    {.name = "literacy rate", .phrases = "literacy rate|rate of literacy|literacy", .flags = MEASURE_RATE},
    {.name = "fertility rate", .phrases = "fertility rate|birth rate|rate of fertility"},
    {.name = "life expectancy", .phrases = "life expectancy|life expectancy at birth"},
    {.name = "infant mortality", .phrases = "infant mortality|infant mortality rate"},
    {.name = "homicide rate", .phrases = "homicide rate|murder rate|rate of homicide"},
    {.name = "CO2 emissions", .phrases = "CO2 emissions|carbon dioxide emissions|carbon emissions", .flags = MEASURE_FLOW},
    {.name = "minimum wage", .phrases = "minimum wage"},
    {.name = "food inflation", .phrases = "food inflation|food price inflation|food prices", .flags = MEASURE_RATE},
    {.name = "core inflation", .phrases = "core inflation|underlying inflation|core inflation rate",
     .flags = MEASURE_RATE},
    {.name = "wage inflation", .phrases = "wage inflation|wage growth", .flags = MEASURE_RATE},
    {.name = "house prices", .phrases = "house prices|house price inflation|property prices", .flags = MEASURE_RATE},
    {.name = "producer prices", .phrases = "producer prices|producer price inflation|wholesale prices|factory prices",
     .flags = MEASURE_RATE},
    {0},
};
/* clang-format on */
