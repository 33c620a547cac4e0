/* Exact conversion between units of one kind, and the table of their sizes. */
#include "core/check/convert.h"

#include <assert.h>
#include <string.h>

/* clang-format off */
const struct conversion conversion_table[] = {
    /* parts of a whole */
    {"percent", "fraction", "1", "100"},
    {"fraction", "fraction", "1"},
    {"basis point", "percentage point", "1", "100"},
    {"percentage point", "percentage point", "1"},
    {"part per million", "part", "1", "1000000"},
    {"part per billion", "part", "1", "1000000000"},

    /* time; months, quarters and years have no one length, but are whole numbers of each other */
    {"nanosecond", "second", "1", "1000000000"},
    {"microsecond", "second", "1", "1000000"},
    {"millisecond", "second", "1", "1000"},
    {"second", "second", "1"},
    {"minute", "second", "60"},
    {"hour", "second", "3600"},
    {"day", "second", "86400"},
    {"week", "second", "604800"},
    {"fortnight", "second", "1209600"},
    {"month", "month", "1"},
    {"quarter", "month", "3"},
    {"year", "month", "12"},
    {"decade", "month", "120"},
    {"century", "month", "1200"},

    /* length: the yard is 0.9144 metres, the nautical mile 1,852 */
    {"picometre", "metre", "1", "1000000000000"},
    {"nanometre", "metre", "1", "1000000000"},
    {"micrometre", "metre", "1", "1000000"},
    {"millimetre", "metre", "1", "1000"},
    {"centimetre", "metre", "1", "100"},
    {"decimetre", "metre", "1", "10"},
    {"metre", "metre", "1"},
    {"kilometre", "metre", "1000"},
    {"inch", "metre", "0.0254"},
    {"foot", "metre", "0.3048"},
    {"yard", "metre", "0.9144"},
    {"mile", "metre", "1609.344"},
    {"nautical mile", "metre", "1852"},
    {"furlong", "metre", "201.168"},
    {"fathom", "metre", "1.8288"},
    {"hand", "metre", "0.1016"},
    {"light year", "metre", "9460730472580800"},
    {"league", "metre"},

    /* area */
    {"square millimetre", "square metre", "1", "1000000"},
    {"square centimetre", "square metre", "1", "10000"},
    {"square metre", "square metre", "1"},
    {"square kilometre", "square metre", "1000000"},
    {"square inch", "square metre", "0.00064516"},
    {"square foot", "square metre", "0.09290304"},
    {"square yard", "square metre", "0.83612736"},
    {"square mile", "square metre", "2589988.110336"},
    {"hectare", "square metre", "10000"},
    {"acre", "square metre", "4046.8564224"},

    /* volume; gallons, quarts and the like are of two systems, the barrel of oil is 42 US gallons */
    {"millilitre", "cubic metre", "1", "1000000"},
    {"centilitre", "cubic metre", "1", "100000"},
    {"litre", "cubic metre", "1", "1000"},
    {"cubic metre", "cubic metre", "1"},
    {"cubic centimetre", "cubic metre", "1", "1000000"},
    {"cubic kilometre", "cubic metre", "1000000000"},
    {"cubic inch", "cubic metre", "0.000016387064"},
    {"cubic foot", "cubic metre", "0.028316846592"},
    {"cubic yard", "cubic metre", "0.764554857984"},
    {"barrel of oil", "cubic metre", "0.158987294928"},
    {"barrel", "cubic metre"},
    {"gallon", "cubic metre"},
    {"quart", "cubic metre"},
    {"pint", "cubic metre"},
    {"fluid ounce", "cubic metre"},
    {"cup", "cubic metre"},
    {"tablespoon", "cubic metre"},
    {"teaspoon", "cubic metre"},
    {"bushel", "cubic metre"},

    /* mass: the pound is 0.45359237 kilograms */
    {"microgram", "kilogram", "1", "1000000000"},
    {"milligram", "kilogram", "1", "1000000"},
    {"gram", "kilogram", "1", "1000"},
    {"kilogram", "kilogram", "1"},
    {"tonne", "kilogram", "1000"},
    {"kilotonne", "kilogram", "1000000"},
    {"megatonne", "kilogram", "1000000000"},
    {"gigatonne", "kilogram", "1000000000000"},
    {"pound", "kilogram", "0.45359237"},
    {"ounce", "kilogram", "0.028349523125"},
    {"stone", "kilogram", "6.35029318"},
    {"carat", "kilogram", "0.0002"},
    {"ton", "kilogram"},
    {"hundredweight", "kilogram"},
    {"dram", "kilogram"},

    /* temperature: of a point on the scale, not of a difference */
    {"kelvin", "kelvin", "1"},
    {"degree Celsius", "kelvin", "1", NULL, "273.15"},
    {"degree Fahrenheit", "kelvin", "5", "9", "459.67"},

    /* energy; the calorie is the thermochemical one */
    {"joule", "joule", "1"},
    {"kilojoule", "joule", "1000"},
    {"megajoule", "joule", "1000000"},
    {"gigajoule", "joule", "1000000000"},
    {"calorie", "joule", "4.184"},
    {"kilocalorie", "joule", "4184"},
    {"watt hour", "joule", "3600"},
    {"kilowatt hour", "joule", "3600000"},
    {"megawatt hour", "joule", "3600000000"},
    {"gigawatt hour", "joule", "3600000000000"},
    {"terawatt hour", "joule", "3600000000000000"},
    {"British thermal unit", "joule"},

    /* power, pressure, frequency */
    {"watt", "watt", "1"},
    {"kilowatt", "watt", "1000"},
    {"megawatt", "watt", "1000000"},
    {"gigawatt", "watt", "1000000000"},
    {"terawatt", "watt", "1000000000000"},
    {"horsepower", "watt"},
    {"volt", "volt", "1"},
    {"kilovolt", "volt", "1000"},
    {"pascal", "pascal", "1"},
    {"hectopascal", "pascal", "100"},
    {"kilopascal", "pascal", "1000"},
    {"megapascal", "pascal", "1000000"},
    {"gigapascal", "pascal", "1000000000"},
    {"millibar", "pascal", "100"},
    {"hertz", "hertz", "1"},
    {"kilohertz", "hertz", "1000"},
    {"megahertz", "hertz", "1000000"},
    {"gigahertz", "hertz", "1000000000"},

    /* radiation, data (SI prefixes: powers of ten), money in parts */
    {"sievert", "sievert", "1"},
    {"millisievert", "sievert", "1", "1000"},
    {"bit", "bit", "1"},
    {"megabit", "bit", "1000000"},
    {"gigabit", "bit", "1000000000"},
    {"byte", "bit", "8"},
    {"kilobyte", "bit"},
    {"megabyte", "bit"},
    {"gigabyte", "bit"},
    {"terabyte", "bit", "8000000000000"},
    {"petabyte", "bit", "8000000000000000"},

    {NULL},
};
/* clang-format on */

static const struct conversion *find(struct str unit)
{
    for (const struct conversion *row = conversion_table; row->unit; row++)
        if (str_eq(str_from(row->unit), unit))
            return row;
    return NULL;
}

static struct rational factor(struct arena *arena, const char *text)
{
    struct rational read = {0};
    bool is_number = rational_parse(arena, str_from(text), &read);
    assert(is_number);
    (void)is_number;
    return read;
}

/* Base units in one unit. */
static struct rational size(struct arena *arena, const struct conversion *row)
{
    struct rational times = factor(arena, row->times), whole = times;
    if (row->by)
        rational_divide(arena, times, factor(arena, row->by), &whole);
    return whole;
}

enum convert_result conversion_apply(struct arena *arena, struct rational value, struct str from, struct str to,
                                     struct rational *ret)
{
    if (str_eq(from, to)) {
        *ret = value;
        return CONVERT_SAME;
    }
    const struct conversion *a = find(from), *b = find(to);
    if (!a || !b || strcmp(a->base, b->base) != 0)
        return CONVERT_IMPOSSIBLE;
    if (!a->times || !b->times)
        return CONVERT_AMBIGUOUS;
    if (a->plus)
        value = rational_add(arena, value, factor(arena, a->plus));
    value = rational_multiply(arena, value, size(arena, a));
    rational_divide(arena, value, size(arena, b), &value);
    if (b->plus)
        value = rational_subtract(arena, value, factor(arena, b->plus));
    *ret = value;
    return CONVERT_DONE;
}
