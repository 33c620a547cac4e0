/* LaTeX's accents and special characters. */
#include "core/evidence/latex.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "core/base/utf8.h"

/* Accents, by the command that puts them on the next letter, as Unicode's combining marks. */
static const struct {
    const char *command, *mark;
} accents[] = {
    {"`", "\xCC\x80"}, {"'", "\xCC\x81"}, {"^", "\xCC\x82"},  {"~", "\xCC\x83"}, {"=", "\xCC\x84"},
    {"u", "\xCC\x86"}, {".", "\xCC\x87"}, {"\"", "\xCC\x88"}, {"r", "\xCC\x8A"}, {"H", "\xCC\x8B"},
    {"v", "\xCC\x8C"}, {"d", "\xCC\xA3"}, {"c", "\xCC\xA7"},  {"k", "\xCC\xA8"}, {"b", "\xCC\xB1"},
};

/* Commands that are a character. */
static const struct {
    const char *command, *text;
} characters[] = {
    {"&", "&"},
    {"%", "%"},
    {"$", "$"},
    {"#", "#"},
    {"_", "_"},
    {"{", "{"},
    {"}", "}"},
    {" ", " "},
    {"\\", " "},
    {",", " "},
    {"-", ""},
    {"ss", "ß"},
    {"ae", "æ"},
    {"AE", "Æ"},
    {"oe", "œ"},
    {"OE", "Œ"},
    {"aa", "å"},
    {"AA", "Å"},
    {"o", "ø"},
    {"O", "Ø"},
    {"l", "ł"},
    {"L", "Ł"},
    {"i", "i"},
    {"j", "j"},
    {"dh", "ð"},
    {"DH", "Ð"},
    {"th", "þ"},
    {"TH", "Þ"},
    {"dj", "đ"},
    {"DJ", "Đ"},
    {"ng", "ŋ"},
    {"NG", "Ŋ"},
    {"euro", "€"},
    {"texteuro", "€"},
    {"pounds", "£"},
    {"textsterling", "£"},
    {"textyen", "¥"},
    {"textcent", "¢"},
    {"S", "§"},
    {"P", "¶"},
    {"copyright", "©"},
    {"dots", "…"},
    {"ldots", "…"},
    {"textellipsis", "…"},
    {"textendash", "–"},
    {"textemdash", "—"},
    {"textquoteleft", "‘"},
    {"textquoteright", "’"},
    {"textquotedblleft", "“"},
    {"textquotedblright", "”"},
    {"guillemotleft", "«"},
    {"guillemotright", "»"},
    {"textbackslash", "\\"},
    {"textasciitilde", "~"},
    {"textasciicircum", "^"},
    {"textunderscore", "_"},
    {"textdegree", "°"},
    {"textbullet", "•"},
    {"textbar", "|"},
    {"textless", "<"},
    {"textgreater", ">"},
    {"textdollar", "$"},
    {"textpercent", "%"},
    {"LaTeX", "LaTeX"},
    {"TeX", "TeX"},
};

/* Runs of characters that LaTeX sets as another; the longer ones first. */
static const struct {
    struct str latex;
    const char *text;
} ligatures[] = {{{"---", 3}, "—"}, {{"--", 2}, "–"}, {{"``", 2}, "“"}, {{"''", 2}, "”"}, {{"~", 1}, " "}};

struct decoding {
    struct str latex;
    size_t at;
    struct buf *out;
};

static const char *character_of(struct str command)
{
    for (size_t i = 0; i < sizeof(characters) / sizeof(characters[0]); i++)
        if (str_eq(command, str_from(characters[i].command)))
            return characters[i].text;
    return NULL;
}

static const char *accent_of(struct str command)
{
    for (size_t i = 0; i < sizeof(accents) / sizeof(accents[0]); i++)
        if (str_eq(command, str_from(accents[i].command)))
            return accents[i].mark;
    return NULL;
}

/* The command after a backslash: letters, or one other character. */
static struct str take_command(struct decoding *decoding)
{
    size_t start = decoding->at;
    while (decoding->at < decoding->latex.len && is_alpha(decoding->latex.ptr[decoding->at]))
        decoding->at++;
    if (decoding->at == start && start < decoding->latex.len)
        decoding->at = utf8_forward(decoding->latex, start, 1);
    return str_slice(decoding->latex, start, decoding->at);
}

static char peek(const struct decoding *decoding)
{
    return decoding->at < decoding->latex.len ? decoding->latex.ptr[decoding->at] : '\0';
}

static void skip_spaces(struct decoding *decoding)
{
    while (is_space(peek(decoding)))
        decoding->at++;
}

/* The letter that an accent is for, in braces or not; the braces' other content stays to be read. */
static void put_accent(struct decoding *decoding, const char *mark)
{
    struct str letter = STR("");
    skip_spaces(decoding);
    while (peek(decoding) == '{')
        decoding->at++;
    if (peek(decoding) == '\\') {
        decoding->at++;
        const char *character = character_of(take_command(decoding));
        letter = character ? str_from(character) : letter;
    } else if (peek(decoding) != '\0' && peek(decoding) != '}') {
        size_t start = decoding->at;
        decoding->at = utf8_forward(decoding->latex, start, 1);
        letter = str_slice(decoding->latex, start, decoding->at);
    }
    buf_str(decoding->out, letter);
    if (letter.len > 0)
        buf_str(decoding->out, str_from(mark));
}

static void put_command(struct decoding *decoding)
{
    struct str command = take_command(decoding);
    const char *mark = accent_of(command), *character = character_of(command);
    bool letters = command.len > 0 && is_alpha(command.ptr[0]);
    if (mark) {
        put_accent(decoding, mark);
        return;
    }
    if (letters)
        skip_spaces(decoding);
    if (character)
        buf_str(decoding->out, str_from(character));
}

static bool put_ligature(struct decoding *decoding)
{
    struct str rest = str_slice(decoding->latex, decoding->at, decoding->latex.len);
    for (size_t i = 0; i < sizeof(ligatures) / sizeof(ligatures[0]); i++) {
        if (str_starts(rest, ligatures[i].latex)) {
            buf_str(decoding->out, str_from(ligatures[i].text));
            decoding->at += ligatures[i].latex.len;
            return true;
        }
    }
    return false;
}

/* Letters and their accents as one character, where there is one; white space as one space. */
static void compose(struct buf *out, struct str text)
{
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t length = utf8proc_map((const utf8proc_uint8_t *)text.ptr, (utf8proc_ssize_t)text.len, &composed,
                                           UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    struct str whole = length >= 0 ? (struct str){(const char *)composed, (size_t)length} : text;
    bool space = true; /* none at the start */
    for (size_t i = 0; i < whole.len; i++) {
        if (!is_space(whole.ptr[i]))
            buf_char(out, whole.ptr[i]);
        else if (!space)
            buf_char(out, ' ');
        space = is_space(whole.ptr[i]);
    }
    if (space && out->len > 0 && out->ptr[out->len - 1] == ' ')
        out->ptr[--out->len] = '\0';
    free(composed);
}

void latex_text(struct buf *out, struct str latex)
{
    struct buf plain = {0};
    struct decoding decoding = {.latex = latex, .out = &plain};
    while (decoding.at < latex.len) {
        char c = latex.ptr[decoding.at];
        if (c == '\\') {
            decoding.at++;
            put_command(&decoding);
        } else if (c == '{' || c == '}') {
            decoding.at++;
        } else if (!put_ligature(&decoding)) {
            buf_char(&plain, c);
            decoding.at++;
        }
    }
    compose(out, buf_view(&plain));
    buf_release(&plain);
}

void latex_escape(struct buf *out, struct str text)
{
    static const struct {
        char c;
        const char *latex;
    } escapes[] = {{'&', "\\&"},
                   {'%', "\\%"},
                   {'$', "\\$"},
                   {'#', "\\#"},
                   {'_', "\\_"},
                   {'{', "\\{"},
                   {'}', "\\}"},
                   {'\\', "\\textbackslash{}"},
                   {'~', "\\textasciitilde{}"},
                   {'^', "\\textasciicircum{}"}};
    for (size_t i = 0; i < text.len; i++) {
        const char *latex = NULL;
        for (size_t j = 0; j < sizeof(escapes) / sizeof(escapes[0]); j++)
            if (escapes[j].c == text.ptr[i])
                latex = escapes[j].latex;
        bool run = i > 0 && text.ptr[i] == text.ptr[i - 1] && memchr("-`'", text.ptr[i], 3);
        if (run) /* "--" stays two hyphens */
            buf_str(out, STR("{}"));
        if (latex)
            buf_str(out, str_from(latex));
        else
            buf_char(out, (unsigned char)text.ptr[i] < 0x20 ? ' ' : text.ptr[i]);
    }
}
